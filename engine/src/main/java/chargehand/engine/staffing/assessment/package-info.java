/// Which kind of manager a project needs: a project manager, or a technical one for software or infrastructure.
///
/// Answers in, an assessment out, with every factor's points, what would change it, and what both options cost. Owns
/// the questions, the rules and their words. Needs no plan, so that it can be asked before there is one.
///
/// Method: the seven factors and bands of CIFTER (Global Alliance for Project Performance Standards, "A Framework for
/// Performance Based Competency Standards for Global Level 1 and 2 Project Managers", 2007; the form with four bands is
/// that of the exposure draft of 2005) say how complex the management is, hence how senior. The level of technology is
/// that of the NTCP model (Shenhar and Dvir, "Reinventing Project Management", 2007). CIFTER says nothing about whether
/// the manager must be technical; that is what the focus is for.
@NullMarked
package chargehand.engine.staffing.assessment;

import org.jspecify.annotations.NullMarked;

package chargehand.engine.staffing.cv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is a degree, and what only looks like one.
class DegreeTrapsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bachelor of Science : Computer Science , 2003 University of Phoenix    | BACHELOR  | Computer Science
            BSc (Hons) Computing, University of Leeds                              | BACHELOR  | Computing
            B.Tech in Electronics from JNTU, 2008                                  | BACHELOR  | Electronics
            B.E. Computer Science, Anna University                                 | BACHELOR  | Computer Science
            BS, Information Systems                                                | BACHELOR  | Information Systems
            Bachelors in Computer Science                                          | BACHELOR  | Computer Science
            M.S. in Software Engineering, Boston University                        | MASTER    | Software Engineering
            Master's degree in Project Management                                  | MASTER    | Project Management
            MBA, Harvard Business School                                           | MASTER    | Business Administration
            Master of Computer Applications (MCA), Osmania University              | MASTER    | Computer Applications
            Ph.D. Physics, MIT                                                     | DOCTOR    | Physics
            Associate of Applied Science in Network Administration                 | ASSOCIATE | Network Administration
            A.A.S. Network Administration, ITT Tech, 1999                          | ASSOCIATE | Network Administration
            Diplom-Informatiker (FH), Fachhochschule Köln                          | BACHELOR  | Informatiker
            Diplom-Ingenieur Elektrotechnik, TU Berlin                             | MASTER    | Elektrotechnik
            Licence en informatique, Université de Lyon                            | BACHELOR  | informatique
            Diplôme d'ingénieur en informatique, INSA Lyon                         | MASTER    | informatique
            Ik heb een master Informatica (Universiteit Leiden, 2007)              | MASTER    | Informatica
            """)
    void readsADegreeAsPeopleWriteIt(String line, DegreeLevel level, String field) {
        var found = Cv.of("Education\n" + line).degrees();

        assertEquals(1, found.size(), found.toString());
        assertEquals(level, found.getFirst().level());
        assertEquals(field, found.getFirst().field());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Education  | Ingeniería Técnica en Informática de Gestión, Universidad de Deusto, 2009                  | BACHELOR
            Education  | Ingeniería de Sistemas, Universidad Nacional del Litoral (2005-2011)                       | BACHELOR
            Education  | Ingeniero en Sistemas Computacionales, Instituto Tecnológico de Mérida, 2010             | BACHELOR
            Education  | Ingeniero en Informática, Universidad de Granada, 2006                                   | MASTER
            Institutions attended with dates | University of the Niger, B.Eng. Electrical Engineering 2005 - 2010 | BACHELOR
            Education  | 2005 – 2009: HBO Informatica (bachelor), Hanzehogeschool Groningen                         | BACHELOR
            Experience | Nach dem Studium in Münster (Master of Science, 2011) fing ich bei der Harbour AG an.      | MASTER
            Experience | Soy licenciada en Matemáticas por la Universidad de Zaragoza (2008) y trabajo desde 2019.   | BACHELOR
            Summary    | After finishing my degree (BSc, University of Corrib, 2008) I started at Harbour in 2008. | BACHELOR
            """)
    void readsTheLevelWhereverItIsTold(String heading, String line, DegreeLevel level) {
        assertEquals(List.of(level), Cv.levels(heading + "\n" + line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Master Project Manager, AAPM, 2012",
                "Associate in Project Management, GAQM",
                "Certified Scrum Master",
                "High School Diploma, Central High School",
                "Coursework toward a Bachelor of Science",
                "Master of Science in Physics, expected 2027",
                "MBA, in progress",
                "Ph.D. candidate, Physics",
                "Ph.D. (ABD), University of Ohio",
                "Bachelor of Arts, 2020 - present",
                "Master's Certificate in Project Management"
            })
    void findsNoneUnderEducationWhereThereIsNone(String line) {
        assertEquals(List.of(), Cv.levels("Education\n" + line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Scrum Master for three teams",
                "Master Data Management and Webmaster",
                "MS Office, MS Project, MS SQL",
                "BA with ten years in banking",
                "Boston, MA",
                "Organised a bachelor party",
                "Bachelor's degree required",
                "Master Black Belt"
            })
    void findsNoneElsewhere(String line) {
        assertEquals(List.of(), Cv.levels("Summary\n" + line));
        assertEquals(List.of(), Cv.levels("Skills\n" + line));
    }

    @Test
    void readsTwoDegreesOnOneLine() {
        assertEquals(
                List.of(DegreeLevel.BACHELOR, DegreeLevel.MASTER),
                Cv.levels("Education\nB.S. and M.S. in Computer Science, MIT"));
    }

    @Test
    void namesTheInstitutionOnTheNextLine() {
        var degree = Cv.of("Education\nBachelor of Science, Physics\nUniversity of Ohio, 2004")
                .degrees()
                .getFirst();

        assertEquals("University of Ohio", degree.institution());
        assertTrue(degree.line().text().contains("Bachelor of Science"));
    }
}

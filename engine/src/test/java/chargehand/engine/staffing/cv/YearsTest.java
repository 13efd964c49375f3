package chargehand.engine.staffing.cv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Years in a field, on 23 November 2026.
class YearsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Jan 2010 – Present                | 16.9
            01/2010 to Current                | 16.9
            2010-2014                         | 4.0
            2010 - 14                         | 4.0
            Since 2015                        | 11.4
            January 2012 to December 2012     | 1.0
            Oct’12 – Sep’14                   | 2.0
            March 2009 – May 2011             | 2.3
            Jun 5, 2009 - May 31, 2011        | 2.0
            2014.09 – 2016.08                 | 2.0
            2014-09 – 2016-08                 | 2.0
            05/12 - 04/13                     | 1.0
            Summer 2012 – Summer 2013         | 1.3
            April – September 2012            | 0.5
            mid-2014 until the end of 2018    | 4.5
            between 2012 and 2016             | 4.0
            30/06/2012 – 01/07/2013           | 1.2
            1-3-2012 t/m 28-2-2014            | 2.0
            2018 – 2012                       | 6.0
            """)
    void readsDatesAsPeopleWriteThem(String dates, double years) {
        assertEquals(years, Cv.years("Experience\nJava Developer, Harbour\n" + dates, Field.SOFTWARE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Berufserfahrung         | 03.2011 – heute      Softwareentwickler      | 15.8
            Berufserfahrung         | seit 03/2011         Softwareentwickler      | 15.8
            Berufserfahrung         | März 2011 bis Februar 2012 Softwareentwickler | 1.0
            Expérience              | 2009 à 2012 Développeur Java                 | 3.0
            Expérience              | Janvier 2015 à aujourd'hui : Développeur     | 11.9
            Expérience              | D'avril 2015 à fin 2021 : Développeur        | 6.8
            Experiencia             | Marzo de 2017 – Actualidad: Desarrolladora   | 9.8
            Experiencia             | Del 01/07/2021 al 30/06/2023 Desarrollador   | 2.0
            Experiencia             | 2020-Act. Desarrolladora                     | 6.4
            Werkervaring            | Heden – jan 2020: Softwareontwikkelaar       | 6.9
            Werkervaring            | Okt. 2013 t/m apr. 2018: Softwareontwikkelaar | 4.6
            Esperienza              | Dal 09/2011 ad oggi Sviluppatore – Harbour S.p.A. | 15.3
            """)
    void readsThemInOtherLanguages(String heading, String line, double years) {
        assertEquals(years, Cv.years(heading + "\n" + line, Field.SOFTWARE));
    }

    /// They have no date of their own.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I was a tester at Harbour from 2012 to 2016. Since then I have been a Java developer there. | 10.4
            De 2012 a 2016 fui técnico de soporte. Desde entonces soy programador Java en Puerto.       | 10.4
            Van 2012 tot 2016 was ik helpdeskmedewerker. Sindsdien ben ik Java-ontwikkelaar bij Haven.   | 10.4
            From 2018 to 2022 I was a tester. Before that I was a Java developer for three years.        | 3.0
            From 2018 to 2022 I was a tester. Since then I have seen the world.                          | -1.0
            """)
    void countsWhatIsToldByAnotherJob(String told, double years) {
        assertEquals(years, Cv.years("Profile\n" + told, Field.SOFTWARE));
    }

    /// The two ends of such a job stand apart, and further jobs are told in the same breath.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I joined Harbour as a junior Java developer in the spring of 2010 and stayed there for four years. | 4.0
            In early 2011 I moved to the web team as a Java developer, and in June 2016 I became infrastructure manager. | 5.4
            After finishing my degree I started at Harbour in September 2008 as a Java developer. I left at the end of 2019. | 11.3
            Im Oktober 2011 fing ich als Softwareentwickler bei der Harbour AG an und blieb dort bis Ende 2015. | 4.3
            Ab September 2010 war ich drei Jahre lang Softwareentwickler bei der Harbour GmbH. Seit 2014 bin ich Lehrer. | 3.0
            En mars 2009, j'ai rejoint Harbour comme développeur Java, et j'y suis resté six ans. | 6.0
            Empecé en 2008 como desarrollador en Harbour, donde trabajé tres años. | 3.0
            Desde abril de 2011 hasta octubre de 2016 fui desarrollador de aplicaciones en Harbour. | 5.6
            In september 2007 begon ik als softwareontwikkelaar bij Harbour. Ik werkte daar tot eind 2012. | 5.3
            En 2018 pasé a ser desarrolladora Java, puesto que ocupo actualmente. Tengo el carné desde 2019. | 8.4
            J'ai été développeur chez Harbour de septembre 2012 à août 2015. J'ai ensuite été professeur de musique. | 3.0
            Ik ben sinds 2016 projectleider bij Harbour en daarvoor was ik ontwikkelaar bij een ander bedrijf. | -1
            I became a Certified Java Developer in 2014 and have been a member of the guild for five years since. | -1
            """)
    void readsJobsThatAreToldInSentences(String told, double years) {
        assertEquals(years, Cv.years("Experience\n" + told, Field.SOFTWARE));
    }

    @Test
    void readsSentencesThatANarrowColumnBreaks() {
        assertEquals(5.0, Cv.years("""
                About me
                Daarna was ik vijf
                jaar lang, van januari 2013 tot en met december 2017, ontwikkelaar en
                scrummaster bij Harbour. After my degree (BSc, Corrib, 2008) I
                started at Wharf in
                September 2008 as a project manager until the end of 2012.
                """, Field.SOFTWARE));
    }

    @Test
    void countsAnEngineeringManagerAsSoftwareAmongJobsInSoftware() {
        var job = "Experience\nEngineering Manager, Harbour, 2016 - 2020\n";

        assertEquals(-1.0, Cv.years(job + "Site Engineer (Electrical), Harbour, 2010 - 2016", Field.SOFTWARE));
        assertEquals(10.0, Cv.years(job + "Java Developer, Harbour, 2010 - 2016", Field.SOFTWARE));
    }

    @Test
    void findsTheTitleBesideTheDatesWhereverItStands() {
        for (var job : new String[] {
            "Company Name City , State\nNetwork Engineer 01/2012 to 12/2013",
            "Network Engineer\nCompany Name － City , State\nJan 2012 - Dec 2013",
            "Jan 2012 - Dec 2013\nCompany Name － City , State\nNetwork Engineer",
            "Client: Big Bank, Dallas, TX\tJan’12 – Dec’13\nRole: Network Engineer",
            "Period\t2012.01 – 2013.12\nCompany\tHarbour\nPosition\tNetwork Engineer"
        }) assertEquals(2.0, Cv.years("Work History\n" + job, Field.NETWORKS), job);
    }

    @Test
    void countsTimeInTwoPositionsOnce() {
        assertEquals(4.0, Cv.years("""
                Experience
                Java Developer, Harbour, Jan 2010 - Dec 2012
                Web Developer, Harbour, Jan 2011 - Dec 2013
                """, Field.SOFTWARE));
    }

    @Test
    void countsNoStudies() {
        assertEquals(-1.0, Cv.years("""
                Education
                2004 – 2008  B.Sc. Software Engineering, University of Ohio
                """, Field.SOFTWARE));
    }

    @Test
    void takesTheFieldFromTheTitleAndNotFromTheEmployersName() {
        assertEquals(-1.0, Cv.years("Experience\nAccountant, Blue Pier Software, 2010 - 2014", Field.SOFTWARE));
        assertEquals(4.0, Cv.years("Experience\nManager, Network Operations, 2010 - 2014", Field.NETWORKS));
    }

    @Test
    void takesTheFieldFromWhatIsToldWhereTheTitleNamesNone() {
        assertEquals(4.0, Cv.years("""
                Experience
                Consultant, Harbour, 2010 - 2014
                Developed Java web services with Spring, Hibernate, Maven and JUnit.
                """, Field.SOFTWARE));
    }

    @Test
    void believesTheTextWherePositionsHaveNoDates() {
        var found = Cv.of("Summary\n10+ years of experience in software development")
                .in(Field.SOFTWARE)
                .orElseThrow();

        assertEquals(10.0, found.years());
        assertFalse(found.dated());
        assertTrue(found.lines().getFirst().text().contains("10+ years"));
    }

    @Test
    void believesDatesMoreThanTheText() {
        assertEquals(4.0, Cv.years("""
                Summary
                20 years of experience in software development
                Experience
                Java Developer, 2010 - 2014
                """, Field.SOFTWARE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Managed a budget of $2.5M                 | 2500000 | USD
            Budget: USD 1,250,000                     | 1250000 | USD
            annual budgets up to $400K                |  400000 | USD
            budget of 3 million dollars               | 3000000 | USD
            Budget von 3,5 Mio. EUR                   | 3500000 | EUR
            Budget bis 1,5 Mio. €                     | 1500000 | EUR
            Budget de 2 millions d'euros              | 2000000 | EUR
            £750k project budget                      |  750000 | GBP
            budget from $200,000 to $1,500,000        | 1500000 | USD
            Budget of 5 crore INR                     | 50000000 | INR
            """)
    void readsTheLargestAmountOfABudget(String line, long units, String currency) {
        assertEquals(
                new Amount(units, currency),
                Cv.of("Experience\n" + line).budgets().getFirst().amount());
    }
}

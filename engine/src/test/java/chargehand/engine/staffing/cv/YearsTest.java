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
            """)
    void readsThemInOtherLanguages(String heading, String line, double years) {
        assertEquals(years, Cv.years(heading + "\n" + line, Field.SOFTWARE));
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

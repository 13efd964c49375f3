package chargehand.cli;

/// What `./chargehand help` prints.
final class Help {
    private Help() {}

    static String overview() {
        return """
                Chargehand runs IT projects the way a good technical project manager does.

                  ./chargehand plan FILE      turn a project file into a calendar
                  ./chargehand help plan      all about it, with examples
                  ./chargehand --version

                """;
    }

    static String plan() {
        return """
                ./chargehand plan FILE [options]

                Reads a project, levels it against its people and their working time, and says who does what when.

                FILE  Microsoft Project (.mpp, .xml), Primavera (.xer, .xml), GanttProject (.gan), or our own
                      JSON and CSV (docs/guide). What the file is is seen from its content, not its name.

                  --out NAME           write the calendar; repeatable. By the name's ending:
                                         .html  one page with the chart, to send or print
                                         .ics   for a calendar program
                                         .xml   for Microsoft Project (MSPDI)
                                         .csv   for a spreadsheet
                                         .json  our own format, nothing lost
                                         .pdf .svg .png   the chart as a picture
                  --json               print one JSON object and nothing else (docs/contracts/plan.schema.json)
                  --start DATE         the plan starts that day, whatever the file says: 2027-01-11
                  --zone ZONE          the project's time zone where the file names none: Europe/Berlin
                                       (otherwise this machine's)
                  --now INSTANT        the present moment: what has not begun can't start before it.
                                       2027-02-01T09:00+01:00, or 2027-02-01T09:00 in the project's zone.
                                       Without it today plays no part.
                  --schedules N        how many schedules to try; more can only be better
                  --time-limit SECONDS stop searching after that long, and say so
                  --seed N             another seed, another search; the same one, the same calendar (1)

                Exit code: 0 planned, 1 planned but the plan has errors, 2 the file can't be read, 64 wrong use,
                70 our fault.

                Examples
                  ./chargehand plan examples/harbour/patient-app.json --out calendar.html
                  ./chargehand plan site.mpp --zone Europe/Vienna --out site.html --out site.ics --out levelled.xml
                  ./chargehand plan plan.csv --json | jq .finish
                """;
    }
}

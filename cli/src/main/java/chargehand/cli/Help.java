package chargehand.cli;

/// What `./chargehand help` prints.
final class Help {
    private Help() {}

    static String overview() {
        return """
                Chargehand runs IT projects the way a good technical project manager does.

                  ./chargehand serve          start the server: one live plan for everybody, in the browser
                  ./chargehand serve --demo   the same with the people and projects of a made-up company
                  ./chargehand plan FILE      turn a project file into a calendar
                  ./chargehand forecast FILE  how likely its dates are, by what similar work took
                  ./chargehand assess         which manager a project needs, before there is a plan
                  ./chargehand check-cv FILE… what CVs say to a profile, line by line
                  ./chargehand assets FILE    until when what you run is supported, line by line
                  ./chargehand backup FILE    everything that the server keeps, in one file
                  ./chargehand restore FILE   and back
                  ./chargehand help COMMAND   all about one of them, with examples
                  ./chargehand --version

                """;
    }

    static String serve() {
        return """
                ./chargehand serve [options]

                Starts the server with a PostgreSQL of its own, and says where it is and how to sign in.
                Ctrl+C ends both.

                  --port N     where it listens (8080); 0 takes any port that is free
                  --host HOST  for whom: 127.0.0.1 is this machine alone, 0.0.0.0 every network (127.0.0.1)
                  --data DIR   the folder that holds all it keeps; made where there is none (data)
                  --demo       fills an empty folder with the demo company; its sign-ins stand in
                               DIR/first-sign-in.json. A folder that holds something is left as it is.

                CHARGEHAND_DATABASE_URL=postgresql://user:password@host:5432/name uses that PostgreSQL,
                15 or newer, in place of its own. More in docs/guide/run-it.md and docs/configuration.md.

                Exit code: 0 ended, 2 can't start and says why, 64 wrong use, 70 our fault.
                """;
    }

    static String backup() {
        return """
                ./chargehand backup FILE [--data DIR]
                ./chargehand restore FILE [--data DIR]

                backup writes everything that the server keeps, as it is at one moment, into one file, while the
                server runs or when it doesn't. A file that exists is not replaced.
                restore puts it back, all or nothing: in place of what a running server has, or into a folder
                that need not exist yet. What is there is replaced.

                  --data DIR   the server's data folder (data)

                Exit code: 0 done, 2 can't and says why, 64 wrong use, 70 our fault.
                """;
    }

    static String checkCv() {
        return """
                ./chargehand check-cv FILE… [options]

                Says which certificates, degrees and years of experience CVs claim, and what they say to the criteria
                of a profile: met, not met, not found in the text, or unclear. Each finding names its line. Nothing is
                ranked, and nobody is turned down: a person decides (docs/cv-check.md).

                FILE  PDF, DOCX, text, RTF, HTML, JSON Resume or Europass; a folder stands for all files in it.
                      What the file is is seen from its content. A file that can't be read says why and stops
                      no other.

                  --profile NAME  management, technical, software or infrastructure (technical)
                  --json          print a JSON object a line and nothing else (docs/contracts/cv-check.schema.json)
                  --today DATE    until when positions run that have no end: 2027-01-11 (today)

                Exit code: 0 all read, 1 some could not be read, 2 none can be read here, 64 wrong use, 70 our fault.

                Examples
                  ./chargehand check-cv applicant.pdf --profile infrastructure
                  ./chargehand check-cv applications/ --profile software --json | jq .criteria
                """;
    }

    static String assets() {
        return """
                ./chargehand assets FILE [options]

                Says of each line of a list which product and version it means and until when its makers support that,
                with a confidence and the source. A line that is not certain is not matched (docs/life-cycle.md).

                FILE  a line an asset, as people and programs write them: "Win Srv 2019 Std", "RHEL 8.6",
                      a CPE name, a package URL, NAME= and VERSION_ID= of an os-release; - for standard input

                  --catalogue PATH  a file, or a folder of JSON files, in endoflife.date's format, which completes
                                    and corrects the catalogue that comes with this
                  --json            print a JSON object a line and nothing else (docs/contracts/assets.schema.json)

                Exit code: 0 read, 2 the file or the catalogue can't be read, 64 wrong use, 70 our fault.

                Examples
                  ./chargehand assets servers.txt
                  echo "PostgreSQL 12.4" | ./chargehand assets - --json | jq .eol
                """;
    }

    static String forecast() {
        return """
                ./chargehand forecast FILE [options]

                Levels a project, simulates its calendar, and says how likely its dates are, which promises hold, and
                what drives the finish. FILE is anything that plan reads.

                  --history FILE.csv  finished work to learn from, with the columns id,person,project,kind,
                                      estimate_hours,actual_hours,estimated_on,started_on,completed_on in any order
                                      (docs/forecast.md). Without it, or with fewer than 16 pieces of finished
                                      work, lengths scatter by the general prior, and that is said. Each refused
                                      row is told on standard error, with its reason.
                  --persons RULE      whose work may count as whose: off, team or self (self)
                  --runs N            how often the calendar is simulated (2000)
                  --json              print one JSON object and nothing else (docs/contracts/forecast.schema.json)
                  --start, --zone, --now, --seed, --schedules   as for plan

                Exit code: 0 forecast, 2 a file can't be read, 64 wrong use, 70 our fault.

                Examples
                  ./chargehand forecast examples/harbour/patient-app.json
                  ./chargehand forecast examples/harbour/projects/patient-app.json --now 2027-02-01T09:00 \\
                      --history examples/harbour/history.csv --json | jq .finish
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

    static String assess() {
        return """
                ./chargehand assess [FILE] [--json]

                Says whether a project needs a project manager, a technical project manager for software or for
                infrastructure, or whether it is a close call; with every factor's points, what would change the
                answer, and what both cost. No plan and no server are needed.

                FILE    answers as JSON (docs/guide/decide-who-should-run-it.md, docs/contracts/answers-file.schema.json).
                        Without a file it asks, in the terminal: two minutes.

                  --json  print one JSON object and nothing else (docs/contracts/assessment.schema.json);
                          questions, if any are asked, go to standard error

                Exit code: 0 assessed, 2 the answers can't be read or are incomplete, 64 wrong use, 70 our fault.

                Examples
                  ./chargehand assess
                  ./chargehand assess examples/assessments/technical-software.json
                  ./chargehand assess examples/assessments/close-call.json --json | jq .changes
                """;
    }
}

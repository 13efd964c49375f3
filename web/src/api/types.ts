import type { components } from "./schema";

/// What the API says, by the names that the pages have for it. Generated from its description; what is narrower here
/// than there says why.
type Said = components["schemas"];

export type Day = string;
export type Instant = string;
export type Id = string;
export type DayName = keyof Week;
/// "09:00-13:00" on each working day; a day that is absent is free.
export type Week = Said["Week"];
export type Money = Said["Money"];
export type List<T> = { items: T[]; next?: string };

export type Theme = "light" | "dark" | "system";
export type Density = "compact" | "comfortable";
export type Grant = Said["Grant"];
export type RoleName = Grant["role"];
export type ScopeName = Grant["scope"];
/// Settings are words of the server's, of which the pages know these.
export type Session = Said["SessionView"] & { account: { language: "en" | "de"; theme: Theme; density: Density } };

export type SignInWays = Said["SignInWays"];
export type SetupState = Said["SetupState"];
export type OwnSession = Said["SessionPlace"];
export type Token = Said["Token"];
export type NewToken = Said["NewToken"];
export type Account = Said["AccountView"];
export type Invitation = Said["InvitationView"];
export type OpenInvitation = Said["OpenInvitation"];
export type Place = Said["CountryOrRegion"];
export type Company = Said["Company"] & { language: "en" | "de" };
export type Client = Said["Client"];
export type AuditEntry = Said["AuditEntry"];

export type Person = Said["PersonView"];
export type Absence = Said["AbsenceView"];
/// One stretch of the ledger; the project only where the reader may see it.
export type Booking = Said["BookingView"];
export type Load = Said["LoadMap"];
export type Request = Said["RequestView"];
export type Site = Said["SiteView"];
export type Holiday = Said["Holiday"];
export type Shutdown = Said["Shutdown"];

export type AssessmentQuestion = Said["AssessmentQuestion"];
export type AssessmentQuestions = Said["AssessmentQuestions"];
export type AssessmentResult = Said["AssessmentResult"];
export type AssessedFactor = Said["AssessedFactor"];
export type AssessedFact = Pick<Said["AssessedFact"], "code" | "values">;
export type AssessmentChange = Said["AssessmentChange"];
export type AssessmentDrift = Said["AssessmentDrift"];
export type Assessment = Said["Assessment"];
export type GivenAnswer = Said["GivenAnswer"];
export type ManagerOption = Said["ManagerOption"];
export type ProjectStaffing = Said["ProjectStaffing"];
export type Candidate = Said["ManagerCandidate"];
export type Candidates = Said["ManagerCandidateList"];
export type CertificateState = Said["CertificateState"];
export type OutsideCandidate = Said["OutsideCandidate"];
export type OutsideCandidates = Said["OutsideCandidateList"];
export type BaselineComparison = Said["BaselineComparison"];
export type BaselineHead = Said["BaselineHead"];
export type LevelledForecast = Said["LevelledForecast"];
export type DraftCost = Said["DraftCost"];
export type ManagerProfile = Said["ManagerProfile"];
export type ProfileTrial = Said["ProfileTrial"];
export type PersonTerms = Said["PersonTerms"];
export type PersonFit = Said["PersonFit"];
export type PersonManaging = Said["PersonManaging"];
export type StaffingChoice = Said["StaffingChoice"];
export type AccountableHeld = Said["AccountableHeld"];
export type CvChecked = Said["CvChecked"];
export type JobApplicationView = Said["JobApplicationView"];
export type JobApplication = Said["JobApplication"];
export type Arrival = Said["Arrival"];
export type Hire = Said["Hire"];
export type Qualifications = Said["Qualifications"];
export type ApplicantLetter = Said["ApplicantLetter"];
export type Interview = Said["Interview"];
export type InterviewQuestion = Said["InterviewQuestion"];
export type ApplicationSearch = Said["ApplicationSearchResult"];
export type JobApplications = Said["JobApplicationList"];
export type CvUpload = Said["CvUpload"];
export type Vacancy = Said["Vacancy"];
export type VacancyView = Said["VacancyView"];
export type StaffingFact = Said["StaffingFact"];

export type ForecastDetail = Said["ForecastDetail"];
export type Promised = Said["Promise"];
export type RiskList = Said["RiskList"];
export type Risk = Said["Risk"];
export type WaysBack = Said["WaysBack"];
export type WayBack = Said["WayBack"];
export type Draft = Said["Draft"];
export type DraftHead = Said["DraftHead"];
export type ReliabilityView = Said["ReliabilityView"];
export type Asset = Said["Asset"];
export type AssetList = Said["AssetList"];
export type AssetDetail = Said["AssetDetail"];
export type AssetImpact = Said["AssetImpact"];
export type AssetImport = Said["AssetImport"];
export type AssetWork = Said["AssetWork"];
export type ReplacedAsset = Said["ReplacedAsset"];
export type ProjectMoney = Said["ProjectMoney"];
export type PortfolioMoney = Said["PortfolioMoney"];
export type MoneyRow = Said["MoneyRow"];
export type MoneyLine = Said["MoneyLine"];
export type MoneyAmounts = Said["MoneyAmounts"];
export type MoneyOutlook = Said["MoneyOutlook"];
export type MoneyImport = Said["MoneyImport"];
export type ExchangeRates = Said["ExchangeRates"];
export type DueAssets = Said["DueAssets"];
export type DueGroup = Said["DueGroup"];
export type DueQuarter = Said["DueQuarter"];
export type Programme = Said["Programme"];
export type ProgrammeMade = Said["ProgrammeMade"];
export type WorkHistory = Said["WorkHistory"];
export type HistoryImport = Said["HistoryImport"];
export type HistoryProgress = Said["HistoryProgress"];

export type Project = Said["Project"];
export type ProjectKind = Project["kind"];
export type ProjectStatus = Project["status"];
export type Accountable = Said["Accountable"];

export type MyWork = Said["MyWork"];
export type OwnTask = Said["OwnTask"];
export type NextTask = Said["NextTask"];
export type WorkDay = Said["WorkDay"];
export type WorkSlot = Said["WorkSlot"];
export type ProgressReport = Said["ProgressReport"];
export type WaitsFor = Said["WaitsFor"];
export type Need = Said["Need"];
export type NeedKind = Need["kind"];
export type NeedWrite = Said["NeedWrite"];
export type Complication = Said["Complication"];
export type ComplicationEffect = Said["ComplicationEffect"];
export type TaskWork = Said["TaskWork"];
export type TaskComment = Said["TaskComment"];
export type ProgressTold = Said["ProgressTold"];

export type Desk = Said["Desk"];
export type DeskProject = Said["DeskProject"];
export type ToDecide = Said["ToDecide"];
export type ToRelease = Said["ToRelease"];
export type ToChase = Said["ToChase"];
export type FeedKey = Said["FeedKey"];
export type NewFeed = Said["NewFeed"];

export type NoticeItem = Said["Notice"];
export type NoticeList = Said["NoticeList"];
export type NoticeWishes = Said["NoticeWishes"];
export type HookList = Said["HookList"];
export type Hook = Said["Hook"];
export type HookCall = Said["HookCall"];
export type SteeringReport = Said["SteeringReport"];
export type SteeringWishes = Said["SteeringWishes"];
export type MailState = Said["MailState"];
export type MailTrouble = Said["Trouble"];

export type WeekSheet = Said["WeekSheet"];
export type WeekSheetLine = Said["WeekSheetLine"];
export type WeekSheetPlanned = Said["WeekSheetPlanned"];
export type WeekSheetHead = Said["WeekSheetHead"];
export type WeekSheets = Said["WeekSheets"];
export type AbsenceRequest = Said["AbsenceRequest"];
export type AbsenceEffect = Said["AbsenceEffect"];
export type LogEntry = Said["LogEntry"];
export type ProjectLog = Said["ProjectLog"];
export type LogFound = Said["LogFound"];
export type ProjectHours = Said["ProjectHours"];

export type Update = Said["Update"];
export type UpdateFacts = Said["UpdateFacts"];
export type UpdateList = Said["UpdateList"];
export type UpdateRhythm = Said["UpdateRhythm"];
export type UpdateWords = Said["UpdateWords"];
export type UpdatePromise = Said["UpdatePromise"];
export type Portal = Said["Portal"];
export type ValueReport = Said["ValueReport"];
export type ProjectDocument = Said["ProjectDocument"];
export type LogEarlier = Said["LogEarlier"];
export type PortalLink = Said["PortalLink"];
export type PortalLinkMade = Said["PortalLinkMade"];
export type LinkedPortal = Said["LinkedPortal"];
export type PortalProject = Said["PortalProject"];
export type ClientQuestion = Said["ClientQuestion"];
export type ChangeRequest = Said["ChangeRequest"];
export type ChangeForClient = Said["ChangeForClient"];
export type OfferTerms = Said["OfferTerms"];
export type OfferedDate = Said["OfferedDate"];
export type ChangePrice = Said["ChangePrice"];
export type Deliverable = Said["Deliverable"];
export type ClientDeliverable = Said["ClientDeliverable"];

export type Decision = Said["Decision"];
export type PortfolioRow = Said["PortfolioRow"];
export type Portfolio = Said["Portfolio"];
export type Found = Said["Found"];

export type ImportLine = Said["LineView"];
export type ImportPerson = Said["PersonMatch"];
export type ImportFile = Said["FileView"];
export type Import = Said["ImportView"];
export type PeopleImport = Said["PeopleImportView"];

export type Board = Said["Board"];
export type BoardColumn = Said["BoardColumn"];
export type Card = Said["Card"];
export type Backlog = Said["Backlog"];
export type Increment = Said["Increment"];
export type IncrementList = Said["IncrementList"];
export type IncrementDetail = Said["IncrementDetail"];
export type EpicForecast = Said["EpicForecast"];
export type Suggestion = Said["Suggestion"];
export type Suggested = Said["Suggested"];
export type Flow = Said["Flow"];
export type Signal = Said["Signal"];
export type SignalList = Said["SignalList"];
export type TaskSignals = Said["TaskSignals"];

export type MaintenancePolicyHead = Said["MaintenancePolicyHead"];
export type MaintenancePolicyList = Said["MaintenancePolicyList"];
export type MaintenancePolicy = Said["MaintenancePolicy"];
export type MaintenancePolicyDetail = Said["MaintenancePolicyDetail"];
export type MaintenanceStepTime = Said["MaintenanceStepTime"];
export type MaintenanceRound = Said["MaintenanceRound"];
export type MaintenanceRoundList = Said["MaintenanceRoundList"];
export type MaintenanceCalendar = Said["MaintenanceCalendar"];
export type MaintenancePlanned = Said["MaintenancePlanned"];
export type RuleDays = Said["RuleDays"];
export type ChangeCalendar = Said["ChangeCalendar"];

/// What a live event says: which thing changed, not how.
export type LiveEvent = Said["Told"];
export type Meeting = Said["Meeting"];
export type MeetingItem = Said["MeetingItem"];
export type MeetingList = Said["MeetingList"];
export type MeetingDay = Said["MeetingDay"];
export type MeetingMinute = Said["MeetingMinute"];
export type MeetingMinuteKind = MeetingMinute["kind"];
export type MeetingWrite = Said["MeetingWrite"];
export type OwnMeeting = Said["OwnMeeting"];

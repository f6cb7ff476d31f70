title = Archive the logs
summary = Seven years of logs must stay readable, come back for the auditor, and fit into a budget.
story = Your company writes { $gb } GB of logs a month to { $bucket }, under app/. For { $hot } days they are read about five times a day; until day { $warm } they are read about once a month; after that nobody reads them. But the law wants them for { $years } years, and an auditor who asks for any file must have it within 12 hours. Left as it is, this costs far more than the { $budget } USD that there are for all { $years } years. At the end, the reads, the auditor and the bill decide, not a comparison with our answer.
question = { $gb } GB of logs a month come to { $bucket } under app/. They are read about five times a day for { $hot } days and once a month until day { $warm }, and must be kept for { $years } years so that an auditor has any file within 12 hours. How do you do that for less than { $budget } USD?
debrief = Three questions decide where a file should lie: how often it is read, how fast it must come back, and how long it stays. There are several right answers: with a step between or without one, by a rule or by Intelligent-Tiering. What they share is that the deepest archive holds the files most of the time, because that is where most of the money goes. What is cheap per gigabyte takes its price elsewhere: for each read, for each move, for a minimum time, or in hours of waiting. And a class in one zone is cheap because the zone may be out just when somebody reads.

task-readable-title = No read fails in { $years } years
task-readable-why = The application expects its logs at once. A file in an archive cannot be read until somebody has asked for it and waited; a file in one zone cannot be read while that zone is out.
task-audit-title = At the end, the auditor has any file within 12 hours
task-audit-why = A file that was deleted too early cannot be had for any money, and the law does not ask whether it was read. A file in an archive may take hours, as long as they are not too many.
task-budget-title = All { $years } years together cost less than { $budget } USD
task-budget-why = Each month's files lie there for years, so what the last class costs counts most. Reads, moves and minimum times count as well.

hint-readable-1 = Look at the time of the first read that failed, and at how old the files were that were read then.
hint-readable-2 = Compare the age at which your files move with the age until which they are read. Look at the zones as well: one is out once.
hint-readable-3 = Some storage classes answer at once, others only after a restore. Files that are still read belong in the first kind. A class that keeps its data in one zone shares the fate of that zone.
hint-readable-4 = Until day { $warm }, use only STANDARD, STANDARD_IA, GLACIER_IR or INTELLIGENT_TIERING; move to DEEP_ARCHIVE at { $warm } days or later.
hint-audit-1 = Ask for a file of the first year yourself, at the end of the time.
hint-audit-2 = Look at what becomes of the files of { $audit } in the last months: do they still exist, and how long would it take to read them?
hint-audit-3 = The law counts { $years } years from each file's own day. What expires earlier is gone for good. What lies in an archive is asked for with a restore, which takes minutes to hours.
hint-audit-4 = Leave out the expiration, or set it to more than { $years } years ({ $keep_days } days). A standard restore from DEEP_ARCHIVE takes at most 12 hours, a bulk one up to 48.
hint-budget-1 = Look at the bill of the last month. Which line is the largest?
hint-budget-2 = Count how long a file lies in each class. In which one does it spend most of its { $years } years?
hint-budget-3 = A lifecycle rule moves files by their age, and may move them more than once. What is never read again should lie where a gigabyte costs least.
hint-budget-4 = Run aws s3api put-bucket-lifecycle-configuration with the filter Prefix app/ and a transition to DEEP_ARCHIVE at { $warm } days; before it, if you like, one to STANDARD_IA at { $hot } days. Set it soon: what lies too dear already is on the bill.

step-look-title = See what arrives
step-look-text = Let forty days pass and look at the state of the bucket: how many files there are, in which class, and whether every read succeeded.
step-bill-title = Read the bill
step-bill-text = Look at the lines of the bill. Storage grows month by month; reads and writes stay the same. Think of it after { $years } years.
step-rules-title = A rule with two moves
step-rules-text = At { $hot } days the files move to Infrequent Access, where they can still be read at once; at { $warm } days they move to the deepest archive.
step-year-title = Two years on
step-year-text = Before you let two years pass: will every read succeed? One zone is out once on the way.
step-year-fails = Some reads fail
step-year-works = Every read succeeds
step-audit-title = The auditor asks
step-audit-text = Look up a file of { $audit }. It is in the archive now; a standard restore has it back within 12 hours.
step-end-title = To the end
step-end-text = Let the rest of the time pass and look at the bill of the last month. Where does most of the money go now?

checkpoint-rules = The first rule
checkpoint-year = After one year

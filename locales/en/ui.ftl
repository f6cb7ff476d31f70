### The texts of the screens. Words follow the glossary; buttons say what they do.

## Names of screens
panel-course = Course
panel-settings = Settings
panel-about = About
panel-lifecycle = Lifecycle policies

## The clock
clock-to-start = Back to the start
clock-step-back = Step back
clock-play = Play
clock-pause = Pause
clock-step = Step
clock-speed = Speed: { $speed }
clock-now = Clock: { $time }
clock-utc = The time on the bench (UTC)
time-bar = Time bar: { $time }
time-bar-hint = Drag, or use the arrow keys, to look at another time of the run.
time-bar-empty = Once time has passed, you can go back in it here.
last-act = Last act
last-act-none = Commands that were run show here.
speed-real = 1×
speed-minute = 1 min/s
speed-hour = 1 hour/s
speed-day = 1 day/s
speed-week = 1 week/s
speed-month = 30 days/s
speed-year = 1 year/s

## Taking back
undo = Undo
redo = Redo
reset = Reset
reset-hint = Bring the bench back to its start.

## Look and language
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
theme-projector = Presentation
settings-language = Language
settings-look = Look
settings-text-size = Text size

## Presentation
beat-n-of-m = { $n }/{ $m }
beat-on = Next beat
beat-back = Previous beat
present-end = End presentation

## About
about-what = Skylab is a small cloud inside your own computer. Build, break and rewind, and learn to architect on AWS.
about-not-aws = It is not affiliated with AWS. AWS names are used as plain words; no AWS logo or icon is included.
about-offline = No account and no network is needed. The program connects to nothing.
about-licences = Fonts included, and their licences

## Money
money-about-krw = about { $amount } KRW

## The lifecycle bench
lifecycle-beat-question = Every month 400 GB of logs are written and kept. What will seven years of them cost, and what if rules move them?
lifecycle-beat-predict = Predict: by how much does this rule lower the cost of seven years? A half, a tenth, more?
lifecycle-beat-act = This beat's rules are applied. Let the time run and they act.
lifecycle-beat-act-other = Other rules than those of this beat are in force. See how the result differs.
lifecycle-beat-bytes = On { $date } the bucket holds { $all }, and { $most } of it lies in { $class }.
lifecycle-beat-bytes-all = On { $date } the bucket holds { $all }, all of it in { $class }.
lifecycle-beat-no-time = No time has passed yet. Press play, or go step by step.
lifecycle-beat-empty = The bucket is empty now.
lifecycle-beat-cost = So far { $spent } are spent. Without rules it is { $without } (dashed).
lifecycle-beat-cost-dearer = In { $n } months the rules cost more: moving objects and reading them back has a price too.
lifecycle-beat-why = Age is rounded up to the next midnight (UTC). Each line names the rule that acted.
lifecycle-beat-overlap-question = Two rules meet on the logs under app/debug/. On day 30 one moves them and one deletes them. Which one wins?
lifecycle-beat-overlap-why = On the same day, deletion wins over a transition; a longer prefix does not matter. Each line names the rule that acted.
lifecycle-beat-versions-question = In a bucket with versioning, logs expire after 30 days. Does less lie in the bucket?
lifecycle-beat-versions-why = With versioning, expiration only adds a delete marker and the data stays as a noncurrent version. Expire noncurrent versions too, and compare.
lifecycle-beat-uploads-question = Five backups broke off in the middle of a multipart upload. The bucket lists no object. Does it cost anything?
lifecycle-beat-uploads-why = Parts of an unfinished upload are stored and billed until somebody completes or aborts it. The rule counts its days from the start of the upload.
lifecycle-start-logs = Logs that pile up
lifecycle-start-overlap = Overlapping rules
lifecycle-start-versions = Noncurrent versions
lifecycle-start-uploads = Unfinished uploads
bench-start-hint = Start the bench again from here.
lifecycle-rules = Lifecycle rules
lifecycle-form = Form
lifecycle-enabled = Enabled
lifecycle-rule-id = Rule name
lifecycle-prefix = Prefix
lifecycle-all-objects = all objects
lifecycle-in-json = This filter is edited as JSON.
lifecycle-after = After
lifecycle-days-to = days:
lifecycle-days = days
lifecycle-about-years = about { $n } years
lifecycle-add-transition = Add transition
lifecycle-remove-transition = Remove this transition
lifecycle-expire = Expire after
lifecycle-expire-noncurrent = Noncurrent versions after
lifecycle-abort = Abort uploads after
lifecycle-add-rule = Add rule
lifecycle-remove-rule = Remove this rule
lifecycle-remove-all = Remove all rules
lifecycle-json-label = LifecycleConfiguration
lifecycle-json-no-rules = The document needs a list named Rules.
lifecycle-refusal = AWS refuses these rules.
lifecycle-why-too-early = Only objects that are { $days } days old enter { $class }. Use { $days } days or more.
lifecycle-why-too-soon = The move to { $class } comes too soon after { $before }. Leave the minimum storage duration of { $before } between them.
lifecycle-why-expires-first = The expiration comes before a transition, or on the same day. Use more days for it than for every transition.
lifecycle-why-not-positive = { $member } must be 1 or more.
lifecycle-why-no-action = The rule does nothing. Give it a transition, an expiration or an abort.
lifecycle-why-same-name = Two rules have the same name. Give each its own.
lifecycle-why-same-class = One rule moves objects to the same class twice. Choose another class for each transition.
lifecycle-in-force = These rules are in force.
lifecycle-not-in-force = These rules are not in force yet. Apply them, then let the time run.
apply = Apply
copy = Copy
lifecycle-stored = Stored now
lifecycle-objects = { $n } objects
lifecycle-spent = Spent
lifecycle-since-start = since { $date }
lifecycle-without = Without rules
lifecycle-saved = saved { $amount }
lifecycle-lost = { $amount } more with them
lifecycle-how-stored = How it is computed: the sizes of all versions in the bucket. As on the bill, a GB is 2^30 bytes.
lifecycle-how-spent = How it is computed: quantity × price, summed by usage type. A GB is 2^30 bytes.
lifecycle-how-rest = the rest { $amount }
lifecycle-how-prices = Prices: { $region }, { $date }
lifecycle-how-estimated = * includes estimated prices that this region's price list does not give.
lifecycle-how-without = How it is computed: the same logs and the same reads, run side by side without rules.
lifecycle-how-reads = How it is computed: reads of objects that were archived or already deleted.
lifecycle-refused = Reads refused
lifecycle-reads-of = of { $n } reads
lifecycle-bytes-head = Bytes by storage class
lifecycle-cost-head = Cost by month
lifecycle-bytes-empty = After one month the bytes of each month show here.
lifecycle-cost-empty = After one month its cost shows here.
lifecycle-with-rules = with rules { $amount }
lifecycle-without-rules = without (dashed) { $amount }
lifecycle-happened = What happened
lifecycle-no-rule = No rule is in force. Apply one, then let the time run.
lifecycle-nothing-yet = Nothing has fallen due yet. Let the time run.
lifecycle-moved = Rule { $rule } moved { $n } objects ({ $bytes }) from { $from } to { $to }.
lifecycle-expired = Rule { $rule } deleted { $n } objects ({ $bytes }).
lifecycle-marked = Rule { $rule } put a delete marker on { $n } objects; their data became noncurrent.
lifecycle-marker-gone = Rule { $rule } removed { $n } delete markers that had no version left under them.
lifecycle-aborted = Rule { $rule } aborted { $n } unfinished uploads ({ $bytes }).
lifecycle-read-refused = { $n } reads were refused today: the objects are archived or gone.

## Screens to come
panel-studio = Studio
panel-labs = Labs
panel-section = Section
coming = Not built yet
coming-studio = The studio will be a canvas: draw networks, servers and databases, send load through them, and break a zone to see what happens. Until then, the benches of the course show one thing at a time.
coming-labs = Labs will be tasks that are graded by what your cloud does, not by comparing it with one answer. Until then, each section has a bench and questions.

## The course map
course-begin = Begin: { $section }
course-continue = Continue: { $section }
course-done-of = { $n } of { $m } sections done
section-state-coming = { $section } (not written yet)
section-state-open = { $section } (not opened yet)
section-state-begun = { $section } (begun)
section-state-done = { $section } (done)

## A section
section-coming = This section is not written yet. Its place in the course is fixed, so what you do in other sections stays where it is.
lesson-since = Since then
lesson-show = Lesson
lesson-fold = Fold the lesson
questions-head = Check yourself ({ $n }/{ $m })
question-right = { $option } (right)
question-wrong = { $option } (not right)

## Charts
chart-as-table = Numbers as a table

## Predictions
prediction-none = It turned out: { $right }
prediction-kept = Your prediction: { $choice }. Go on and see.
prediction-right = You predicted: { $choice }. So it turned out.
prediction-other = You predicted: { $choice }. It turned out: { $right }
hand-count = { $n }
hand-more = One hand more for: { $option }
hand-fewer = One hand fewer for: { $option }
lifecycle-predict-predict-half = At least half of it is still spent
lifecycle-predict-predict-quarter = Between a quarter and a half
lifecycle-predict-predict-less = Less than a quarter
lifecycle-beat-overlap = Predict: after two months, where are the first debug logs?
lifecycle-predict-overlap-moved = In Glacier: the transition wins
lifecycle-predict-overlap-deleted = Gone: the expiration wins
lifecycle-beat-versions = Predict: after two months, how many bytes lie in the bucket, compared with no rule?
lifecycle-predict-versions-less = Fewer
lifecycle-predict-versions-same = As many as before
lifecycle-beat-uploads = Predict: what does the month's bill say of a bucket whose list is empty?
lifecycle-predict-uploads-nothing = Nothing: there is no object
lifecycle-predict-uploads-parts = Storage for the parts

## Command line
no-window = No window could be opened. { $reasons } Without a screen, run `skylab run` or `skylab shot`.
no-window-no-display = This computer has no display (DISPLAY and WAYLAND_DISPLAY are empty).
no-window-no-server = The display server could not be reached ({ $reason }).
no-window-reasons = wgpu: { $wgpu }. OpenGL: { $glow }.
shot-usage = Usage: skylab shot SCREEN [--section ID] [--start N] [--beat N] [--lang ko|en] [--theme light|dark|contrast|projector] [--size WxH] OUT.png; skylab shot --list names the screens
shot-unknown-screen = There is no screen `{ $name }`. `skylab shot --list` names them.
shot-unknown-section = There is no section `{ $name }`. The course map lists them.
shot-unknown-option = `skylab shot` has no option `{ $name }`.
shot-bad-value = `{ $option }` cannot be `{ $value }`. Choose one of { $allowed }.
shot-bad-size = `{ $value }` is not a size. Write it like `1280x720`, each side 64 to 8192 pixels.
shot-no-beats = `{ $name }` has no beat { $beat }. It has { $n }.
shot-not-written = The picture could not be written to `{ $path }`: { $reason }

## Notes for an instructor
lifecycle-note-question = Ask who pays for logs today, and whether anybody knows how much.
lifecycle-note-predict = Count hands before you go on. Most people guess a half.
lifecycle-note-act = Show the rule as a form, then as JSON: it is the same request.
lifecycle-note-bytes = Point at the steps after day 30 and day 120: no object moves upwards.
lifecycle-note-cost = The early bump is the price of moving. Ask when it has paid for itself.
lifecycle-note-why = Read one line aloud: date, rule, number of objects.
lifecycle-note-overlap-question = Let two people argue for one rule each.
lifecycle-note-overlap = Count hands. The longer prefix is a popular and wrong reason.
lifecycle-note-overlap-why = On the same day, deletion wins. Add a day to the expiration and try again.
lifecycle-note-versions-question = Ask what the learners think a delete does in a versioned bucket.
lifecycle-note-versions = Most people expect the bucket to shrink.
lifecycle-note-versions-why = Tick the rule for noncurrent versions and let another two months pass.
lifecycle-note-uploads-question = List the bucket first: it looks empty.
lifecycle-note-uploads = Count hands, then open the bill.
lifecycle-note-uploads-why = One rule, seven days: the cheapest line of configuration there is.

## The terminal
panel-terminal = Terminal
console-empty = Type a command, such as `aws s3 mb s3://logs-417`. Tab completes, the up key brings back, `help` explains.
console-output = Answers as
console-clear = Clear
console-hint = Tab completes. The word help after a command lists its options.
console-not-modelled = AWS has this; Skylab does not model it.
console-more = and { $n } more
console-line = Command
console-run = Run
console-cut = The rest of the answer is not shown. Use --query or --max-items to ask for less.

## Messages
toast-close = Close this message
toast-copied = Copied.
toast-exported = Written to { $path }.
toast-not-exported = Nothing was written. { $reason }
toast-imported = Your progress now is what the file says. You can take that back in the settings.
toast-reset = Your progress is empty now. You can take that back in the settings.
toast-undone = Your progress is as it was before.
notice-recovered = { $file } could not be read. Its last good copy was taken, so at most your last act is missing.
notice-set-aside = { $file } could not be read. It is kept as { $to }, and nothing was written over it.
notice-newer = { $file } was written by a newer Skylab. It is kept as { $to }. Use the newer Skylab to go on with it.
notice-not-saved = Your work is not saved yet. { $reason } It stays in memory, and is tried again with your next act.
notice-saved-again = Everything is saved again.
notice-second-window = Another window of Skylab uses the same folder. You can look and try here, but only the other one keeps your work.
notice-refused = Nothing was changed. { $reason }
problem-broken = The file is damaged, or it is something else. Choose a file that Skylab has exported.
problem-newer = A newer Skylab wrote the file. Open it with that one.
problem-full = The disk is full. Make some room.
problem-read-only = The folder takes no changes. Allow writing there, or choose another place.
problem-no-folder = The folder is not there and cannot be made. Check the path.
problem-missing = There is no such file. Check the path.
problem-in-use = Another window of Skylab uses it. Close that one first.
problem-too-large = The file is too large.
problem-bad-place = That place is not allowed. Choose one outside of the data folder.
problem-other = The system says: { $words }

## The command palette
find = Find
find-hint = A section, a screen, an action, a bucket
find-nothing = Nothing is called that. Try fewer letters.
find-bucket = Bucket { $name }

## The tour
tour-again = Tour
tour-on = Next
tour-skip = Skip the tour
tour-begin = Begin
tour-welcome-head = A cloud you can break
tour-welcome = Skylab holds a small cloud inside this computer. Nothing you do here costs money or touches the internet, so break what you like. Choose your language; you can change it at any time.
tour-course-head = Read, predict, try
tour-course = The course is a map of short sections. Each has a lesson beside a bench. First say what you expect, then act, and see what happens.
tour-time-head = Time is a handle
tour-time = In a section, this bar runs the cloud's clock: play, step, or drag the thin line back. What you do in the past starts a branch; the old future stays.
tour-find-head = Everything by name
tour-find = Ctrl+K finds every section, screen and action. Whatever you do shows below as an aws command, and the terminal takes the same commands. Your work is saved by itself.

## Settings
settings-motion = Movement
settings-motion-on = As usual
settings-motion-off = Less
settings-won = Won
settings-won-off = Dollars only
settings-won-on = With won
settings-won-rate = Won for 1 USD
settings-won-day = as of
settings-progress = Your work
settings-folder = Everything you do is kept in this folder.
settings-folder-other = To use another folder, start Skylab with the environment variable SKYLAB_DATA.
settings-no-folder = Nothing is kept in this window.
settings-export = Export…
settings-import = Import…
settings-path = Or write the path of a file:
settings-export-here = Export there
settings-import-here = Import from there
settings-reset = Start over
settings-reset-hint = Empties your progress and all sandboxes. It can be taken back.
settings-undo = Take the last import or reset back
last-act-record = The same act stands in the trail as a record.

## The sandbox in front
sandbox-free = Free sandbox
sandbox-shown = Sandbox: { $name }
present-spotlight = Spotlight
present-notes = Notes
present-notes-none = Open a section with a bench to see its notes.
present-next = Next

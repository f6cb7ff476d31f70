### The texts of the screens. Words follow the glossary; buttons say what they do.

## Names of screens
panel-course = Course
panel-settings = Settings
panel-about = About

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
time-bar-hint = Drag, or use the arrow keys, to look at another time.
time-bar-empty = Once time has passed, you can go back in it here.
time-branch = Other branch { $n }: from { $from } to { $to }. Go there.
time-branches-more = { $n } more branches.
last-act = Last act
drawer-last-act = Last act at the foot of the window
drawer-terminal = Terminal at the foot of the window
last-act-none = The commands you run show here.
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
settings-choice = { $row }: { $name }
language-ko = Korean
language-en = English
settings-look = Look
settings-text-size = Text size

## Presentation
beat-n-of-m = { $n }/{ $m }
beat-to-questions = Questions
beat-to-section = Next section
beat-on = Next beat
beat-back = Previous beat
present-end = End presentation

## About
about-what = Skylab is a small cloud inside your own computer. Build and break what you like, and learn to architect on AWS.
about-not-aws = It is not affiliated with AWS. AWS names are used only to explain; no AWS logo or icon is included.
about-offline = No account and no network is needed. The program connects to nothing.
about-licences = Fonts included, and their licences

## Money
money-about-krw = about { $amount } KRW

## Benches
bench-start-shown = Start: { $start }
bench-start-hint = Start the bench again from here.
apply = Apply
copy = Copy

## Screens to come
panel-studio = Studio
panel-labs = Labs
panel-section = Section
coming = Not ready yet
coming-studio = In the studio you will draw networks, servers and databases on a canvas. You will send load through them and fail a zone to see what happens. Until then, try one thing at a time on the benches of the course.

## The course map
course-begin = Begin: { $section }
course-continue = Continue: { $section }
course-done-of = { $n } of { $m } sections done
course-legend-open = Open
course-legend-begun = In progress
course-legend-done = Done
course-legend-coming = Not written yet
section-state-coming = { $section } (not written yet)
section-state-open = { $section } (not opened yet)
section-state-begun = { $section } (in progress)
section-state-done = { $section } (done)

## A section
section-bench-coming = The bench of this section is not ready yet. Until it is, read the lesson and answer its questions. What you have answered stays.
section-coming = This section is not written yet. When it comes, what you have done in other sections stays.
lesson-since = Since then
lesson-show = Show the lesson
lesson-read = The lesson; the arrow keys scroll it
about-read = About Skylab; the arrow keys scroll it
console-read = The answers; the arrow keys scroll them
open-course = Open the course
open-terminal = Open the terminal
lesson-fold = Fold the lesson
questions-head = Check questions ({ $n }/{ $m })
question-option = Question { $n }: { $option }
question-right = { $option } (right)
question-wrong = { $option } (wrong)

## Charts
chart-as-table = Numbers as a table

## Predictions
prediction-none = Result: { $right }
prediction-kept = Your prediction: { $choice }. Go on and see.
prediction-right = Your prediction: { $choice }. You were right.
prediction-other = Your prediction: { $choice }. Result: { $right }
hand-count = { $n }
hand-more = One hand more for: { $option }
hand-fewer = One hand fewer for: { $option }

## Command line
no-window = No window could be opened. { $reasons } Without a screen, run `skylab run` or `skylab shot`.
no-window-no-display = This computer has no display (DISPLAY and WAYLAND_DISPLAY are empty).
no-window-no-server = The display server could not be reached ({ $reason }).
no-window-reasons = wgpu: { $wgpu }. OpenGL: { $glow }.
shot-usage = Usage: skylab shot SCREEN [--section ID] [--start N] [--beat N] [--lang ko|en] [--theme light|dark|contrast|projector] [--size WxH] [--text PERCENT] OUT.png; skylab shot --list names the screens
shot-unknown-screen = There is no screen `{ $name }`. `skylab shot --list` names them.
shot-unknown-section = There is no section `{ $name }`. The course map shows the numbers.
shot-unknown-option = `skylab shot` has no option `{ $name }`.
shot-bad-value = `{ $option }` cannot be `{ $value }`. Choose one of { $allowed }.
shot-bad-size = `{ $value }` is not a size. Write it like `1280x720`, each side 64 to 8192 pixels.
shot-no-beats = `{ $name }` has no beat { $beat }. It has { $n }.
shot-not-written = The picture could not be written to `{ $path }`: { $reason }

## The terminal
panel-terminal = Terminal
console-empty = Type a command, such as `aws s3 mb s3://logs-417`. Tab completes it, the up key brings back earlier ones, `help` explains.
console-output = Output format
console-clear = Clear
console-hint = Tab completes a command. The word help after a command lists its options.
console-not-modelled = AWS has this; Skylab does not model it.
console-more = and { $n } more
console-line = Command
console-run = Run
console-cut = The output is long, so the rest is not shown. Use --query or --max-items to ask for less.

## Messages
toast-close = Close this message
toast-copied = Copied.
toast-exported = Saved to { $path }.
toast-not-exported = The file was not created. { $reason }
toast-imported = Your progress now comes from the file. You can undo this in the settings.
toast-reset = Your progress is empty now. You can undo this in the settings.
toast-undone = Your progress is as it was before the change.
toast-mishap = Something in Skylab broke at { $place }. Your work up to the last act is kept; you can go on. Please report the place.
toast-not-brought = { $path } could not be read. { $reason }
notice-recovered = { $file } could not be read. Its last good copy was opened, so at most your last act is missing.
notice-set-aside = { $file } could not be read. It was not overwritten but moved to { $to }.
notice-newer = { $file } was saved by a newer Skylab. It was moved to { $to }. Use the newer Skylab to go on with it.
notice-not-saved = Your work is not saved yet. { $reason } It stays in memory, and saving is tried again with your next act.
notice-saved-again = Everything is saved now.
notice-second-window = Another window of Skylab uses the same folder. You can try things here too, but what you do in this window is not saved.
notice-refused = Nothing was changed. { $reason }
problem-broken = The file is damaged, or it is of another kind. Choose a file that Skylab has exported.
problem-newer = The file was saved by a newer Skylab. Open it with that version.
problem-full = The disk is full. Free some space.
problem-read-only = The folder cannot be written to. Allow writing there, or choose another place.
problem-no-folder = The folder does not exist and cannot be created. Check the path.
problem-missing = There is no such file. Check the path.
problem-in-use = Another window of Skylab uses it. Close that one first.
problem-too-large = The file is too large. Check that it is a file that Skylab has exported.
problem-bad-place = The file cannot be put there. Choose a place outside the data folder.
problem-other = The system says: { $words }

## The command palette
find = Find
find-hint = A section, a screen, an action, a bucket
find-nothing = Nothing has that name. Try fewer letters.
find-bucket = Bucket { $name }

## The tour
tour-again = Tour
tour-on = Next
tour-skip = Skip the tour
tour-begin = Begin
tour-welcome-head = A cloud you can break
tour-welcome = Skylab holds a small cloud inside this computer. Nothing you do here costs money or touches the internet, so break what you like. Choose your language; you can change it at any time.
tour-course-head = Read, predict, try
tour-course = The course is a map of short sections. Each has a lesson beside a bench. First predict, then act, and see what happens.
tour-time-head = You move time, too
tour-time = In a section, this bar moves the clock of the cloud: play, go step by step, or drag the time bar back. What you do in the past starts a new branch; the first one stays.
tour-find-head = Everything by name
tour-find = Ctrl+K finds every section, screen and action. Whatever you do shows below as an aws command, and the terminal takes the same commands. Your work is saved automatically.

## Settings
settings-motion = Motion
settings-motion-on = Normal
settings-motion-off = Reduced
settings-won = Korean won
settings-won-off = Dollars only
settings-won-on = With won
settings-won-rate = Won for 1 USD
settings-won-day = as of
settings-progress = Your work
settings-folder = Everything you do is saved in this folder.
settings-folder-other = To use another folder, put its path into the environment variable SKYLAB_DATA and start Skylab.
settings-no-folder = What you do in this window is not saved.
settings-export = Export…
settings-import = Import…
settings-path = Or write the path of a file:
settings-export-here = Export to this path
settings-import-here = Import from this path
settings-reset = Empty everything
settings-reset-hint = Empties your progress and all sandboxes. You can undo it.
settings-undo = Undo the import or emptying
last-act-record = This act is also kept as one line in the trail of this sandbox.

## The sandbox in front
sandbox-free = Free sandbox
sandbox-shown = Sandbox: { $name }
present-spotlight = Spotlight
present-notes = Notes
present-notes-none = Open a section with a bench to see its notes.
present-next = Next

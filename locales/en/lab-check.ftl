### What `skylab lab` says to those who write, prove and grade labs.

## Commands
lab-usage = Usage:
    skylab lab new DIR
    skylab lab check DIR|FILE [--seal] [--lang ko|en]
    skylab lab run LAB SCRIPT [--mode walkthrough|challenge] [--seed N] [--save FILE] [--lang ko|en]
    skylab lab grade LAB SAVE|FOLDER … [--csv] [--out FILE] [--lang ko|en]
    LAB is a folder, its lab.ron, or the id of a lab that comes with Skylab.
lab-bar = { $n } of { $all }
lab-check-good = { $id } is proved: { $tasks ->
    [one] one task
   *[other] { $tasks } tasks
}, { $references ->
    [one] one reference
   *[other] { $references } references
} and { $decoys ->
    [one] one decoy
   *[other] { $decoys } decoys
}, { $seeds ->
    [one] one seed
   *[other] { $seeds } seeds
} in each mode.
lab-check-bad = { $n ->
    [one] One thing is to be mended.
   *[other] { $n } things are to be mended.
}
lab-check-sealed = Its seal is whole: no number has changed since it was proved.
lab-check-no-seal = It has no seal. With --seal, its numbers are noted, so that whoever gets it sees whether one was changed.
lab-new-done = { $folder } holds a lab that works. Change its story and a check, then run: skylab lab check { $folder }
lab-new-not-empty = { $folder } is not empty. Name a folder that is not there yet.
lab-task-met = [x] { $title } ({ $points })
lab-task-failed = [ ] { $title } ({ $points })
lab-points = { $points } of 100 points

## Folders
pack-no-folder = There is no such folder.
pack-link = This is a link, and may lead anywhere. Put a copy of the file in its place.
pack-no-file = This is neither a file nor a folder.
pack-too-large = The file is too large for a lab.
pack-too-much = All files together are too large for a lab.
pack-too-many = There are too many files for a lab.
pack-too-deep = Folders are nested too deep for a lab.
pack-unreadable = This could not be read: { $what }

## Reading lab.ron
lab-no-file = There is no lab.ron: it makes a folder a lab.
lab-too-large = The file is larger than { $max } KB.
lab-not-text = This is not UTF-8 text.
lab-other-format = The format is { $found }; this Skylab reads format { $known }.
lab-too-deep = Values are nested more than { $max } deep.
lab-unreadable = This could not be read: { $what }
lab-check-later = The check `{ $check }` has its place in the format, and Skylab cannot ask it yet.
lab-too-many-vars = A lab has at most { $max } variables.
lab-var-name = `{ $name }` is no name of a variable: use a lower-case word.
lab-var-empty = The variable `{ $name }` has nothing to choose from.
lab-var-too-large = The variable `{ $name }` stands for more than { $max } texts.
lab-var-range = `{ $entry }` of the variable `{ $name }` has a range that is none; write the first and the last number with two dots between them, in braces.
lab-var-beside = The variable `{ $name }` stands beside `{ $other }`, which must have the same number of entries.

## Setting up and playing
lab-setup-failed = The set-up failed at `{ $line }`: { $what }
lab-step-failed = The step failed: { $what } ({ $line })
lab-step-not-refused = The step should have been refused with { $code }, and was answered ({ $line }).
lab-script-too-long = A script has at most { $max } steps.
lab-halted = The clock stopped: { $why }

## Holding together
lint-too-many = There are { $n } entries; at most { $max } are allowed.
lint-too-many-checks = There are { $n } checks; at most { $max } are allowed.
lint-no-section = The course has no section { $section }.
lint-no-tasks = There is no task.
lint-twice = `{ $id }` stands here twice.
lint-no-seeds = Say how many seeds the proof tries: seeds: 5.
lint-no-references = Name at least one script that meets every task.
lint-no-decoys = Name at least one script that fails, with the task that it fails.
lint-no-withhold = Name what the lab teaches, so that it can be withheld: withhold: ["s3:PutBucketVersioning"].
lint-id = `{ $id }` is no id: use lower-case words with dashes, at most { $max } letters.
lint-points = The points of all tasks add up to { $sum }, not to 100.
lint-no-points = The task `{ $id }` has no points.
lint-checkpoint = The checkpoint `{ $id }` needs either `at` or `when`.
lint-length = `{ $text }` is no length of time; write 30d, 12h or 84 months.
lint-no-time = A length of no time is none.
lint-too-long = `{ $text }` is longer than the lab, which lasts { $limit }.
lint-amount = This must be a number, and not below what makes sense here; or a variable that stands for one.
lint-no-service = Skylab does not model the service { $service }.
lint-no-operation = Skylab does not model { $call }. Write s3:PutObject, or s3:PutObject --storage-class.
lint-no-task = There is no task `{ $task }`.
lint-no-script = There is no file { $script }.
lint-stray-script = { $script } is neither a reference nor a decoy: name it in the proof, or take it away.
lint-query-wants-one = A query says exactly one of `is`, `at_least`, `at_most` and `has`.
lint-no-read = `{ $call }` is no read. A check only looks.
lint-no-call = `{ $call }` is no `aws` command.
lint-jmespath = This is no JMESPath: { $what }
lint-empty = This is empty.
lint-no-checks = There is nothing to check in it.
lint-no-var = There is no variable `{ $name }`.
lint-unused-var = The variable `{ $name }` is used nowhere.
lint-no-walkthrough = There is no walkthrough: write at least one step.
lint-no-language = There are no texts in `{ $lang }`: every lab speaks Korean and English.
lint-text-too-large = The file is larger than { $max } KB.
lint-text-broken = This could not be read: { $what }
lint-text-missing = The text `{ $key }` is missing.
lint-text-stray = The text `{ $key }` belongs to nothing in lab.ron.
lint-text-twice = The text `{ $key }` stands here twice.
lint-text-var = The text `{ $key }` names the variable `{ $name }`, which there is not.
lint-text-empty = The text `{ $key }` says nothing.
lint-hint-answers = The first hint `{ $key }` already names the answer: `{ $answer }`.
lint-number-in-text = The text `{ $key }` says { $number }, which is a number of the lab: write the variable instead.

## The seal
seal-other-number = { $found } stands here, and { $sealed } stood here when the lab was proved. If that is meant, prove it again with --seal.
seal-number-gone = The number { $sealed } stood here when the lab was proved. If it is meant to go, prove the lab again with --seal.
seal-without = { $file } came after the lab was proved. If that is meant, prove it again with --seal.
seal-gone = { $file } is gone since the lab was proved. If that is meant, prove it again with --seal.
seal-unreadable = This is no seal. Prove the lab again with --seal.

## The proof
proof-mode-walkthrough = walkthrough
proof-mode-challenge = challenge
proof-decoy-failed = { $script } failed `{ $task }`, as it should. { $expected } { $seen }
proof-decoy-passes = { $script } should fail `{ $task }` and passed everything ({ $mode }, seed { $seed }). { $expected } { $seen }
proof-decoy-fails-other = { $script } should fail `{ $task }`, and failed `{ $other }` instead ({ $mode }, seed { $seed }). { $expected } { $seen }
proof-reference-fails = { $script } does not meet `{ $task }` ({ $mode }, seed { $seed }). { $expected } { $seen }
proof-too-slow = { $script } is over at { $over }, after the lab at { $end } ({ $mode }, seed { $seed }).
proof-too-dear = { $script } costs { $paid }, more than the lab may ({ $mode }, seed { $seed }).
proof-met-before = The task `{ $task }` is met before anything is done ({ $mode }, seed { $seed }). { $expected } { $seen }
proof-untouched-passes = Whoever does nothing passes ({ $mode }, seed { $seed }).
proof-passes-without = { $script } passes although what the lab teaches is refused ({ $mode }, seed { $seed }): it can be passed without it.
proof-task-discerns-nothing = Nothing fails the task `{ $task }`: neither doing nothing nor a decoy. Add a decoy that does.
proof-undecided = The prediction of the step `{ $step }` has no right answer, or several ({ $mode }, seed { $seed }).
proof-unreached = The walkthrough never comes to the checkpoint `{ $id }` ({ $mode }, seed { $seed }).

## Result cards
card-learner = Learner
card-mode = Way
card-seed = Seed
card-hints = Hints shown
card-paid = Bill
card-met = met
card-open = not met
card-after = after { $span }
card-points = { $points } points

## Grading
grade-file = File
grade-points = Points
grade-flags = To look at
grade-stopped = Stopped. Nothing was written.
grade-no-save = This is no saved attempt: { $what }
grade-newer = A newer Skylab saved it (version { $version }).
grade-other-lab = This is an attempt of another lab: { $lab }.
grade-edited = It was edited: its hash does not fit what was done.
grade-lab-changed = It was done with another edition of the lab.
grade-no-run = What was done cannot be done again: { $what }
grade-other-points = The file says { $said } points; graded now it has { $found }.
grade-other-world = It ends in another state than the file says: it was edited, or the model has changed since.
grade-copy = The same steps were also handed in as { $others }.

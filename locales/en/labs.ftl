### The labs' screen and the guide beside a lab. What a lab itself says lies in `labs/`.

## The screen
labs-intro = A lab gives you a situation and a goal, and grades what your cloud does: whether reads succeed, what the bill says, what can be restored. Any way that works is right.
labs-minutes = About { $n } minutes
labs-folder = from the folder { $name }
labs-begin = Begin
labs-continue = Go on
labs-anew = With other numbers…
labs-section = { $section } ({ $lab })
labs-act = { $act }: { $lab }, { $mode }
labs-anew-hint = Leaves the present attempt and draws new numbers
labs-best = Best so far: { $n } of 100 points
labs-read-again = Read again what it was about
labs-broken = This pack cannot be read. Mend the place below; it is read again as soon as the file changes.
labs-write = Write a lab of your own
labs-place = Folders of labs go here; they show up by themselves:
lab-walkthrough = Walkthrough
lab-challenge = Challenge
lab-walkthrough-hint = The steps are open. Play each one, or do it yourself.
lab-challenge-hint = Other numbers, a question and the goals. Hints only if you ask.

## The guide
guide = Lab
guide-float = Undock the guide
guide-dock = Dock the guide at the left
guide-points = { $n } of 100 points
guide-time-left = { $span } left
guide-time-over = the time is over
guide-steps = Step { $n } of { $m }
guide-copy-line = Copy { $line }
guide-copy = Copy
guide-play = Play
guide-play-hint = Runs the commands of this step (Page Down)
guide-next = On
guide-back = Back to where the step before was left
guide-predict = What do you expect? Choose before you play.
guide-predicted = Kept. Play to see what happens.
guide-came-true = As you said: { $option }
guide-came-otherwise = It turned out otherwise: { $option }
guide-turned-out = It turned out so: { $option }
guide-tasks = Tasks
task-state-open = { $task }: open
task-state-seen = { $task }: holds now, and has to hold on
task-state-met = { $task }: met
task-points = { $n } points
task-expected = Expected: { $what }
task-seen = Seen: { $what }
guide-hint-of = { $hint } ({ $task })
guide-hint = Hint: { $rung }
guide-rung-1 = what can be seen
guide-rung-2 = where to look
guide-rung-3 = the idea
guide-rung-4 = the steps
guide-checkpoints = Start again from
guide-start = The start
guide-restart-hint = Goes back there. What you did since stays reachable as a branch in the time bar.
guide-restart-not-yet = Your run has not come there yet
guide-to-end = Let time pass to the end
guide-to-end-hint = Runs the clock to where the lab's time is over; undo takes it back
guide-grade = Grade it
guide-grade-hint = Lets a copy run to the end and judges it there. Your own cloud stays as it is.
guide-passed = Everything is achieved.
guide-not-passed = Not everything yet. Below each task stands what was seen at the end.
guide-paid = The bill at the end: { $paid }
guide-met-after = Met { $span } after the start
guide-debrief = Looking back
guide-hand-in = Hand it in
guide-learner = Your name
guide-path = A file, if no dialog opens
guide-save = Save the attempt…
guide-save-hint = Everything you did, for whoever grades it with skylab lab grade
guide-page = Save the card as a page…
guide-page-hint = A page that opens in any browser, without a network
guide-go-on = Back to the tasks

## The palette
find-lab = Lab: { $name }

## Messages
toast-task-met = Met: { $task }
toast-lab-reloaded = The lab was changed and read again.

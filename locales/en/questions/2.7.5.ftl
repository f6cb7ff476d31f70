### Check questions of section 2.7.5, DataSync.

q-2-7-5-1 = A task has copied a million files. By the next run, 50 of them have changed. What does that run do?
q-2-7-5-1-a = It copies all files again, to be safe.
q-2-7-5-1-a-why = By default it moves only what differs. Being safe is the matter of the verification at the end.
q-2-7-5-1-b = It compares both sides and moves the 50.
q-2-7-5-1-b-why = The comparison looks at all files, the transfer only takes those that differ.
q-2-7-5-1-c = It moves the 50 and looks at no others, because it remembers them.
q-2-7-5-1-c-why = It cannot know what has changed without looking. That is why a run takes some time even if little has changed.

q-2-7-5-2 = A long run takes so much of the line that video calls break. It should finish this week all the same. What do you do?
q-2-7-5-2-a = Stop the task and begin from the start at the weekend
q-2-7-5-2-a-why = The days until then are lost. There is a way to go on more gently.
q-2-7-5-2-b = Switch off verification, so that less is sent
q-2-7-5-2-b-why = It is the transfer that fills the line. Without verification you also would not know whether the files are whole.
q-2-7-5-2-c = Give the running task a bandwidth limit by day
q-2-7-5-2-c-why = The limit can be changed during a run. By night you can lift it.

q-2-7-5-3 = A task runs every night with the usual settings. Somebody deletes `old.txt` at the source. What about the copy at the destination after the next run?
q-2-7-5-3-a = It is still there.
q-2-7-5-3-a-why = The usual setting keeps what was deleted at the source. A task that is to remove it must say so.
q-2-7-5-3-b = It is deleted, so that both sides are the same.
q-2-7-5-3-b-why = Only if the task was told to. By default a wrong delete does not spread.
q-2-7-5-3-c = DataSync copies it back to the source.
q-2-7-5-3-c-why = A task goes in one direction only.

### What the checks of labs say: what was expected, and what was seen. Why it matters is said by each lab.

## What was expected
check-query-is = The answer to `{ $call }` has { $wanted } at `{ $path }`.
check-query-at-least = The answer to `{ $call }` has at least { $wanted } at `{ $path }`.
check-query-at-most = The answer to `{ $call }` has at most { $wanted } at `{ $path }`.
check-query-has = The answer to `{ $call }` lists { $wanted } at `{ $path }`.
check-query-answers = `{ $call }` is answered ({ $path }{ $wanted }).
check-fails = `{ $call }`, called by { $by }, is refused with { $code }.
check-by-admin = the administrator
check-trail = You have called { $call }, and it was answered.
check-trail-refused = You have called { $call }, and it was refused with { $code }.
check-reads = Over { $over }, { $max ->
    [0] no read fails
    [one] at most one read fails
   *[other] at most { $max } reads fail
}.
check-restore = `{ $key }` can be read at most { $within } after somebody asks for it.
check-cost = Over { $over }, the bill stays below { $below }.
check-not = This must not be so: { $what }
check-any = One of these: { $list }
check-nothing = Nothing was asked yet.

## What was seen
check-seen-answer = The answer has { $answer }.
check-seen-nothing = The answer has nothing there.
check-seen-refused = The call was refused with { $code }.
check-seen-answered = The call was answered.
check-seen-called = Such a call was made ({ $n ->
    [one] once
   *[other] { $n } times
}).
check-seen-not-called = There was no such call.
check-seen-each = { $list }
check-reads-fine = All { $all } reads so far succeeded.
check-reads-failed = { $failed } of { $all } reads failed, the first in { $month } with { $code }.
check-restore-none = There is no file `{ $key }`.
check-restore-refused = Reading `{ $key }` was refused with { $code }.
check-restore-at-once = It could be read at once.
check-restore-took = It could be read { $took } later.
check-restore-too-slow = `{ $key }` could be read only { $took } later.
check-cost-paid = The bill so far is { $paid }.
check-cost-unknown = The bill cannot be told: something lies in a Region whose prices Skylab does not know.

## Lengths of time
span-years = { $n ->
    [one] 1 year
   *[other] { $n } years
}
span-months = { $n ->
    [one] 1 month
   *[other] { $n } months
}
span-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
span-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
span-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
span-seconds = { $n ->
    [one] 1 second
   *[other] { $n } seconds
}

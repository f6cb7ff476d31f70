### The trail: the events of a run, and CloudTrail's records of them.

panel-trail = Trail
trail-of = Bench: { $bench }
trail-count = { $n ->
    [one] 1 event
   *[other] { $n } events
  }
trail-count-some = { $n } of { $m } events
trail-empty = Nothing has happened yet. Run a command in the terminal, or let time pass.
trail-nothing-found = No event fits these filters.
trail-show-all = Show everything

## Filters
trail-all = Everything
trail-all-hint = Calls, what services did by themselves, and faults
trail-changes = Changes
trail-changes-hint = Calls that changed something and were not refused
trail-refused = Refused
trail-refused-hint = Whatever was answered with an error code
trail-own = By itself
trail-own-hint = What services did by themselves, such as lifecycle rules, and faults
trail-find = Words to find
trail-find-hint = Name, bucket, error code
trail-find-do = Find
trail-find-clear = Clear the words

## After going back
trail-time-later = { $time } (later)
trail-later = Later in this run
trail-later-count = { $n ->
    [one] 1 event is
   *[other] { $n } events are
  } later in this run than the present moment.
trail-later-go = Go to the end

## Who, and the answer
trail-who-anonymous = anonymous
trail-who-load = load
trail-who-fault = fault
trail-ok = ok
trail-by-itself = by itself
trail-fault = fault

## What happened by itself: a name to find it by, and a sentence
trail-name-moved = transition
trail-name-expired = expiration
trail-name-marked = delete marker
trail-name-marker-gone = expired delete marker
trail-name-aborted = multipart upload aborted
trail-name-refused = refused load
trail-name-lost = objects lost
trail-name-zone-failed = zone failed
trail-name-zone-destroyed = zone destroyed
trail-name-zone-healed = zone healed
trail-name-other = event
trail-did-moved = Transition { $from } to { $to }: { $n ->
    [one] 1 object
   *[other] { $n } objects
  } ({ $bytes }), rule { $rule }
trail-did-expired = Expiration: { $n ->
    [one] 1 object
   *[other] { $n } objects
  } ({ $bytes }), rule { $rule }
trail-did-marked = Delete marker on { $n ->
    [one] 1 object
   *[other] { $n } objects
  }, rule { $rule }
trail-did-marker-gone = { $n ->
    [one] 1 expired delete marker
   *[other] { $n } expired delete markers
  } removed, rule { $rule }
trail-did-aborted = { $n ->
    [one] 1 unfinished multipart upload
   *[other] { $n } unfinished multipart uploads
  } aborted ({ $bytes }), rule { $rule }
trail-did-refused = { $n ->
    [one] 1 { $name } request
   *[other] { $n } { $name } requests
  } of the load refused
trail-did-lost = Lost with its zone: { $n ->
    [one] 1 object
   *[other] { $n } objects
  } ({ $bytes })
trail-did-zone-failed = The zone failed
trail-did-zone-destroyed = The zone was destroyed
trail-did-zone-healed = The zone healed
trail-did-other = { $name }

## The record
trail-record = CloudTrail record
trail-choose = Choose a line: the clock goes to that moment, and the record of the call shows here.
trail-management = Management event
trail-management-why = It stays in CloudTrail's event history for 90 days without being asked for.
trail-data = Data event
trail-data-why = A call on objects. It is recorded only if a trail was asked to record data events, and it is not in the event history.
trail-simplified = Simplified: address, program and identifiers are made up; version ids and byte counts of the answer are left out.
trail-no-record = No CloudTrail record
trail-no-record-lifecycle = This was no API call. S3 Lifecycle works inside S3, where CloudTrail does not look; server access logs and event notifications show it.
trail-no-record-load = A load stands for an application. Its requests are counted, and not listed one by one.
trail-no-record-fault = This was no API call. On AWS, AWS Health and metrics tell of a failing zone.
trail-no-record-service = This was no API call; the service did it by itself.
trail-read = The chosen event; the arrow keys scroll it

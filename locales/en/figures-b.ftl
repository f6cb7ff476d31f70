### The words in the figures on storage classes, versioning and lifecycle.

## The steps of a lifecycle
figure-lifecycle-waterfall-first-move = day 30
figure-lifecycle-waterfall-second-move = day 120
figure-lifecycle-waterfall-end = deleted after 7 years
figure-lifecycle-waterfall-one-way = no rule moves up
figure-lifecycle-waterfall-price = Prices: 400 GB for a month

## A restore and its temporary copy
figure-restore-copy-asked = restore request
figure-restore-copy-original = the original stays
figure-restore-copy-wait = wait
figure-restore-copy-copy = temporary copy
figure-restore-copy-gone = gone
figure-restore-copy-refused = read refused
figure-restore-copy-answered = read answered
figure-restore-copy-again = refused

## Tiers over time
figure-tiers-over-time-idle-30 = 30 days unread
figure-tiers-over-time-idle-90 = 90 days unread
figure-tiers-over-time-read = one read
figure-tiers-over-time-cheaper = lower price

## A stack of versions
figure-version-stack-marker = delete marker
figure-version-stack-first = version 1
figure-version-stack-second = version 2
figure-version-stack-third = version 3
figure-version-stack-get = GET: version 3
figure-version-stack-remove = marker deleted
figure-version-stack-top = A read returns what is on top.

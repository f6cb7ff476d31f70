### The bill: what the sandbox in front costs.

panel-bill = Bill
bill-of = Bench: { $bench }
bill-empty = Nothing was used yet, so there is nothing to pay. Make a bucket in the terminal, put something into it, and let time pass.
bill-no-lines = Nothing was used in this period.

## The figures
bill-level = A month at the present level
bill-level-note = Thirty days of what is stored now. Requests and retrievals come on top as they are made.
bill-spent = Spent in this run
bill-spent-note = From { $from } to { $to }
bill-last-act = What the last act changed
bill-last-act-none = Run a command to see what it changes.
bill-level-changed = { $by } a month (before { $before }, now { $now })
bill-level-same = Nothing a month: it stays at { $now }.
bill-spent-at-once = Charged for the act itself: { $by }
bill-spent-since = Charged since then: { $by }

## The period
bill-period-run = Whole run
bill-period-run-hint = Everything used so far
bill-period-level = At the present level
bill-period-level-hint = Thirty days of what is stored now
bill-period-month = One month
bill-month-chosen = Month of the bill: { $month }

## The lines
bill-usage-type = Usage type
bill-quantity = Quantity
bill-unit-price = Unit price (USD)
bill-amount = Amount (USD)
bill-won = In won
bill-total = Total
bill-no-price = no price
bill-estimated = { $price } (estimated)
bill-unit-gb-month = { $n } GB-months
bill-unit-requests = { $n ->
    [one] 1 request
   *[other] { $n } requests
  }
bill-unit-gb = { $n } GB
bill-unit-object-months = { $n } object-months
bill-unit-key-months = { $n } key-months
bill-per-gb-month = { $price } a GB-month
bill-per-requests = { $price } per 1,000
bill-per-gb = { $price } a GB
bill-per-object-months = { $price } per 1,000 objects a month
bill-per-key-months = { $price } per key-month

## Usage types in plain words
bill-means-stored = stored in { $class }
bill-means-small = billed up to 128 KB for small objects in { $class }
bill-means-staging = parts of unfinished uploads to { $class }
bill-means-early = left { $class } before the minimum storage duration
bill-means-early-small = the same, for small objects in { $class }
bill-means-writes = PUT, COPY, POST and LIST requests, { $class }
bill-means-reads = GET and all other requests, { $class }
bill-means-transitions = lifecycle transitions to { $class }
bill-means-restores = restore requests, { $class }
bill-means-retrieval = read from { $class }
bill-means-expedited = expedited retrieval from { $class }
bill-means-standard = standard retrieval from { $class }
bill-means-bulk = bulk retrieval from { $class }
bill-means-monitoring = objects watched by { $class }
bill-means-keys = keys, and their first two rotations
bill-means-key-requests = requests to keys, by people and by services
bill-means-to-region = sent to another Region
bill-means-rtc = replicated under Replication Time Control

## The months
bill-by-month = Cost of each month that is over
bill-by-month-empty = Once a month is over, its cost shows here.
bill-month = Month
bill-cost = Cost

## At the foot
bill-prices = Prices: { $region }, { $date }
bill-no-prices = The prices of { $region } are not known, so its lines have no amount and are not in the total.
bill-estimated-why = Estimated: not found in the region's price list, but taken from another source or set in proportion.
bill-rate = 1 USD = { $rate } KRW ({ $date })
bill-rate-undated = 1 USD = { $rate } KRW
bill-leaves-out = Not modelled: free tier, taxes, data transfer.
bill-read = The bill; the arrow keys scroll it

### The texts of the bench on scaling out and scaling up.

panel-scale-out = Scale out or scale up
scale-out-start-web = Web tier
scale-out-start-ceiling = The ceiling

## Beats
scale-out-beat-web-question = A group of { $design } machines shares { $load } requests a second. One large machine of the same capacity costs the same. What is the difference?
scale-out-beat-failure = Predict: there are { $n } machines. If one of them breaks, how much capacity is left?
scale-out-predict-failure-nothing = None at all
scale-out-predict-failure-half = Half or less
scale-out-predict-failure-most = More than half
scale-out-beat-break = One machine is broken. { $capacity } requests a second can still be served, { $share } of what it was.
scale-out-beat-left = With { $broken } broken, { $capacity } a second are left, and the load of { $load } is served whole.
scale-out-beat-single = The same capacity is gathered in 1 × { $one }, and broken. This time { $share } is left. The price is that of several.
scale-out-beat-web-why = Scaling out raises the capacity of the group; the spec of each machine stays. A failure costs the share of one machine.
scale-out-beat-ceiling-question = { $n } machine ({ $size }) takes { $load } requests a second and can serve { $capacity }. Is it enough to take the next size whenever the load grows?
scale-out-beat-growth = Predict: what do users notice while this machine is brought to twice its size?
scale-out-predict-growth-nothing = Nothing
scale-out-predict-growth-slower = Some requests fail
scale-out-predict-growth-outage = The service is down
scale-out-beat-grow = The machine was stopped, resized and started. For about { $minutes } minutes it served nothing; now it serves { $capacity }.
scale-out-beat-reach = Predict: the load grows to 12,000 requests a second. Can one machine grow far enough?
scale-out-predict-reach-one = One machine is enough
scale-out-predict-reach-many = One machine falls short
scale-out-beat-largest = There is no size above { $size }. With a load of { $load } and a capacity of { $capacity }, { $short } requests a second are lost.
scale-out-beat-out = More machines make it { $design }. The old one never stopped, and a capacity of { $capacity } serves the whole load.
scale-out-beat-ceiling-why = Scaling up raises the spec of one machine. It usually needs a restart, and it ends at the largest size. Scaling out has neither limit.

## Beats of another way
scale-out-other-whole = No machine is broken now. Click a machine to break it.
scale-out-other-left-short = { $broken } broken: the { $capacity } a second that are left cannot serve the load of { $load }.
scale-out-other-single = Now the capacity is spread over { $design }. Gather it in one machine and see what a failure leaves.
scale-out-other-grow = Now it is { $design }, with a capacity of { $capacity }. During the change it could always serve { $least } a second.
scale-out-other-ungrown = Nothing has grown yet. Grow, or add machines.
scale-out-other-largest = A group of { $design } serves the whole load of { $load }. The largest size is { $largest }.
scale-out-other-out = Now { $design } can serve { $capacity }. { $short } a second are missing. Add machines.

## Handles
scale-out-machines = Machines
scale-out-size = Size
scale-out-load = Load
scale-out-grow = Grow
scale-out-grow-hint = Brings every machine to the next size. They stop and start one after another.
scale-out-gather = Gather in one
scale-out-split = Split in four
scale-out-redesign-hint = Keeps the capacity and changes number and size. If no size fits exactly, the next one up is taken.
scale-out-repair = Repair all

## Picture and numbers
scale-out-design = { $n } × { $size }
scale-out-cell = 1 cell = 100 a second, filled as far as used
scale-out-picture = Machines: { $design }, { $broken } broken, load { $load } a second
scale-out-machine = Machine { $machine }, { $size }, working. Click to break it.
scale-out-machine-broken = Machine { $machine }, { $size }, broken. Click to repair it.
scale-out-bar = Load { $load }, capacity now { $capacity }, with every machine working { $total } (a second)
scale-out-per-second = { $n }/s
scale-out-units = { $n } units/h
scale-out-capacity = Capacity
scale-out-capacity-how = How computed: working machines × the capacity of one. One large serves 100 a second; each size doubles it.
scale-out-load-how = How computed: the requests a second that the handle sets. Working machines share them equally.
scale-out-served = Served
scale-out-served-how = How computed: the smaller of capacity and load ÷ load.
scale-out-price = Price
scale-out-price-how = How computed: one unit is the hourly price of one large. Twice the size costs twice as much. A broken machine counts until it is replaced.

## Charts
scale-out-tab-failures = After failures
scale-out-tab-growth = While growing
scale-out-failures-head = Capacity left by broken machines (/s)
scale-out-failures-x = broken machines
scale-out-failures-empty = Break a machine, and the capacity that is left shows here.
scale-out-growth-head = Capacity while it doubles (/s)
scale-out-growth-x = minutes
scale-out-growth-empty = Grow or add machines, and the capacity meanwhile shows here.
scale-out-growth-up = Grow to { $design }
scale-out-growth-out = Add up to { $design }
scale-out-load-line = Load
scale-out-minutes = { $n } min

## What happened
scale-out-happened = What happened
scale-out-last-nothing = Nothing was changed yet. Click a machine to break it, or move a handle.
scale-out-last-loaded = The load is { $load } a second. A capacity of { $capacity } serves it whole.
scale-out-last-loaded-short = The load is { $load } a second. A capacity of { $capacity } leaves { $short } unserved.
scale-out-last-out = From { $from } machines to { $n }. Those that ran never stopped, and each one's spec is as before.
scale-out-last-in = From { $from } machines to { $n }. The others share the load.
scale-out-last-restart = From { $from } to { $size } by a stop and a start. For about { $minutes } minutes no request was served.
scale-out-last-rolling = From { $from } to { $size }, one machine after another. Meanwhile the capacity fell to { $lowest } a second.
scale-out-last-ceiling = There is no size above { $largest }, so nothing can grow or be gathered further. More machines add capacity.
scale-out-last-broke = Machine { $machine } broke. The { $capacity } a second that are left serve the whole load of { $load }.
scale-out-last-broke-short = Machine { $machine } broke. With { $capacity } left, { $short } requests a second fail.
scale-out-last-repaired = Repaired. The capacity is { $capacity } a second.
scale-out-last-redesigned = The group is now { $design }, with a capacity of { $total } a second in all.
scale-out-simplified = Simplified: 1 large = 100 requests a second = 1 unit an hour. Sizes are those of m6i that double; a start or restart takes 2 minutes.

## Notes for an instructor
scale-out-note-web-question = Have them vote for one of the two, and ask a few for their reason.
scale-out-note-failure = Let them count the machines first. The answer follows from the count.
scale-out-note-break = Point at the hatched machine and at the hatched part of the bar together.
scale-out-note-left = Ask where the dashed and the whole line stand at 1, and when the points fall below the load.
scale-out-note-single = Same price, another outcome: ask why. The size of one failure differs, not the average.
scale-out-note-web-why = Let a student say it: scaling out raises capacity, scaling up raises the spec.
scale-out-note-ceiling-question = Ask who knows the size of the servers they use, and what the next size is.
scale-out-note-growth = See whether anybody knows that an instance is stopped before its size changes.
scale-out-note-grow = Point at the dashed line at zero. Say that the two minutes are an assumption.
scale-out-note-reach = Let them count the sizes. How many times can it still double?
scale-out-note-largest = Read the sentence aloud: no larger size. Ask what is left to do.
scale-out-note-out = Break one machine now. Half is left.
scale-out-note-ceiling-why = Machines with state are harder to add. Where that state can go is a matter of later sections.

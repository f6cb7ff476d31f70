### The acceleration bench: two ways from a client to a bucket, and the switch of a bucket.

panel-acceleration = Transfer Acceleration
acceleration-start-ways = Two ways
acceleration-start-switch = Switch

## Beats: two ways
acceleration-beat-ways-question = A client in { $city } uploads { $size } to a bucket in { $region } ({ $near }). An answer takes { $rtt } ms. Is there a faster way than the straight one?
acceleration-beat-far = Predict: how does the way by the edge location, with Transfer Acceleration, compare?
acceleration-predict-far-direct = No faster
acceleration-predict-far-some = Up to 5 times as fast
acceleration-predict-far-many = More than 5 times as fast
acceleration-beat-race = Straight: { $direct-time } at { $direct-rate }. By the edge: { $edge-time } at { $edge-rate }, { $times } times as fast, for { $fee }.
acceleration-beat-curve = Each connection may have { $window } on its way. The longer an answer takes, the less it moves: { $direct-rate } at { $rtt } ms, { $edge-rate } at { $edge-rtt } ms.
acceleration-beat-parallel = With { $connections } connections at once the straight way moves { $direct-rate }, the edge { $edge-rate }. Parallel parts help, too: { $times } times as fast is left.
acceleration-beat-near = Predict: a client stands in the bucket's own city, with one connection. Which way is faster, and is the edge paid for?
acceleration-predict-near-edge = The edge, with a fee
acceleration-predict-near-direct = The straight one, no fee
acceleration-beat-home = From { $city } an answer takes { $rtt } ms. Straight { $direct-time }, by the edge { $edge-time }. It is not faster, so AWS takes no fee: { $fee }.
acceleration-beat-ways-why = What limits a far connection is the waiting for answers. An edge location answers from nearby, and the AWS network carries the data on. Only what gets faster is paid for.

## Beats: the switch
acceleration-beat-switch-question = Two buckets, films-417 and films.417, shall be fast for clients far away. What has to be done on the bucket, and what by the client?
acceleration-beat-names = Predict: which of the two buckets can Transfer Acceleration be enabled on?
acceleration-predict-names-both = Both
acceleration-predict-names-plain = Only films-417
acceleration-predict-names-neither = Neither
acceleration-beat-enable = films-417 took it. films.417 was refused: with dots in its name there is no Transfer Acceleration.
acceleration-beat-endpoints = GetBucketAccelerateConfiguration says Enabled. Now the bucket answers at two addresses, and only the one with s3-accelerate goes by the edge.
acceleration-beat-switch-why = Enable it once on the bucket, then let the client use the address with s3-accelerate. Whoever uses the usual address goes straight, as before and without a fee.

## Beats of another way
acceleration-other-unraced = This set-up was not raced yet. Press Send on both ways.
acceleration-other-direct = From { $city } to { $region }: straight { $direct-time }, by the edge { $edge-time }. The edge is not faster here, and costs nothing.
acceleration-other-single = One connection moves { $direct-rate } straight and { $edge-rate } by the edge. Try several at once.
acceleration-other-edge = From { $city } to { $region } the edge is faster: { $edge-time } instead of { $direct-time }, for { $fee }. Choose a client in { $near }.
acceleration-other-off = Transfer Acceleration is not enabled on films-417 now. Enable it there.

## Handles
acceleration-set-city = Client
acceleration-set-region = Bucket
acceleration-set-mbps = Line
acceleration-set-size = File
acceleration-set-connections = Connections
acceleration-set-window = Window
acceleration-set-loss = Loss
acceleration-race = Send on both ways
acceleration-race-hint = Works out the same upload straight and by the edge location.
acceleration-city-seoul = Seoul
acceleration-city-tokyo = Tokyo
acceleration-city-singapore = Singapore
acceleration-city-mumbai = Mumbai
acceleration-city-sydney = Sydney
acceleration-city-frankfurt = Frankfurt
acceleration-city-cape-town = Cape Town
acceleration-city-virginia = Virginia
acceleration-city-los-angeles = Los Angeles
acceleration-city-sao-paulo = São Paulo

## Picture and numbers
acceleration-way-direct = Straight: { $city } to { $region }
acceleration-way-edge = By the edge: { $city }, edge location, { $region }
acceleration-line-direct = { $way }: the client waits { $rtt } ms for each answer from the Region
acceleration-line-edge = { $way }: the client waits { $rtt } ms for each answer from the edge location (ring)
acceleration-rtt = Round trip
acceleration-rtt-how = How computed: distance on the globe there and back at 200 km a millisecond, × 1.6 for detours, and 4 ms. To the edge location 10 ms are assumed.
acceleration-rate = Speed
acceleration-rate-how = How computed: the smallest of the line and, for each connection, window ÷ round trip and (with loss) 1,460 bytes × 1.22 ÷ √loss ÷ round trip.
acceleration-time = Time
acceleration-time-how = How computed: bytes ÷ speed, and the last answer, which comes from the Region either way.
acceleration-fee = Fee
acceleration-fee-how = How computed: GB × 0.04 USD by edge locations in the United States, Europe and Japan, × 0.08 USD elsewhere (AWS's public prices); nothing if it is not faster. Data in costs nothing else.
acceleration-per-second = { $bytes }/s
acceleration-seconds = { $n } s
acceleration-minutes = { $n } min
acceleration-hours = { $n } h
acceleration-days = { $n } d
acceleration-chart-head = MB a second by round trip
acceleration-chart-line = This line and window
acceleration-chart-edge = by the edge
acceleration-chart-direct = straight
acceleration-chart-empty = Send on both ways, and the speeds show here.

## The switch
acceleration-switch-on = Transfer Acceleration: Enabled
acceleration-switch-suspended = Transfer Acceleration: Suspended
acceleration-switch-unset = Transfer Acceleration: never set
acceleration-address-usual = Usual address
acceleration-address-fast = Address by the edge
acceleration-enable = Enable
acceleration-enable-on = Enable Transfer Acceleration on { $bucket }
acceleration-suspend = Suspend
acceleration-suspend-on = Suspend Transfer Acceleration on { $bucket }
acceleration-cli = How an upload uses it

## What happened
acceleration-happened = What happened
acceleration-last-nothing = Nothing was sent yet. Send on both ways, or move a handle.
acceleration-last-set-up = Another set-up: { $size } from { $city } to { $region }. Nothing was sent of it yet.
acceleration-last-edge = By the edge it took { $edge-time } instead of { $direct-time }. With { $window } on its way, a connection waits { $rtt } ms straight and { $edge-rtt } ms at the edge. Fee: { $fee }, { $per-gb } for a GB.
acceleration-last-edge-lossy = By the edge it took { $edge-time } instead of { $direct-time }. A lost packet is noticed after { $edge-rtt } ms there and after { $rtt } ms straight. Fee: { $fee }, { $per-gb } for a GB.
acceleration-last-line = Both ways fill the line, so the edge gains nothing: { $direct-time } and { $edge-time }. AWS takes no fee.
acceleration-last-direct = Straight it took { $direct-time }, by the edge { $edge-time }. The Region is nearer than the edge helps, and AWS takes no fee.
acceleration-did-nothing = Nothing was done yet. Enable Transfer Acceleration on a bucket.
acceleration-did-enable = Enabled. The address with s3-accelerate answers now; the usual one goes straight as before.
acceleration-did-suspend = Suspended. Only the usual address answers.
acceleration-did-get = That is the state the bucket keeps. A bucket on which it was never set answers with nothing.
acceleration-why-dots = A name with dots takes no Transfer Acceleration: the certificate of s3-accelerate.amazonaws.com does not fit it. Use a bucket without dots in its name.
acceleration-why-other = The request was refused and changed nothing. Read AWS's words and mend the command.
acceleration-simplified = Simplified: round trips are estimated from distances, the edge is 10 ms away, loss strikes both ways alike, the AWS network is never the narrowest place.
acceleration-simplified-switch = The switch and its refusals are the model's. Here uploads take no time; the other start state shows the times.

## Notes for an instructor
acceleration-note-ways-question = Ask how long a packet takes from São Paulo to Seoul and back. Light alone needs about 180 ms in glass.
acceleration-note-far = Count hands, and ask for a reason: wider line, or less waiting?
acceleration-note-race = Point at the dots: the same time, one line crowded, one almost empty.
acceleration-note-curve = The curve is window divided by round trip. Ask what happens at half the round trip.
acceleration-note-parallel = What the AWS CLI does by itself: up to 10 requests at once.
acceleration-note-near = Let them choose Seoul themselves and guess before sending.
acceleration-note-home = Point at the fee. AWS compares by itself and charges nothing if it is not faster.
acceleration-note-ways-why = Try a line of 20 Mbps: the line is the narrowest place, and the edge gains nothing.
acceleration-note-switch-question = Ask who has seen bucket names with dots, and why: often websites.
acceleration-note-names = Count hands before the command is sent.
acceleration-note-enable = Read the error aloud. It names the periods.
acceleration-note-endpoints = Show both addresses. Nothing about the upload changes but its host name.
acceleration-note-switch-why = Ask what happens to clients that were not told of the new address.

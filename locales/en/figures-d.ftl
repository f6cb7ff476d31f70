### The words in the figures on replication, on moving data with S3 and on what S3 costs.

## What is replicated
figure-replication-timeline-source = source
figure-replication-timeline-destination = destination
figure-replication-timeline-rule = rule
figure-replication-timeline-before = old object
figure-replication-timeline-after = new object
figure-replication-timeline-marker = marker
figure-replication-timeline-by-id = delete by ID
figure-replication-timeline-not = not copied
figure-replication-timeline-copied = copied
figure-replication-timeline-if = if asked

## One PUT and many parts
figure-multipart-retry-one = one PUT
figure-multipart-retry-many = 50 parts of 100 MB
figure-multipart-retry-all = sent again: 5 GB
figure-multipart-retry-one-part = sent again: 1 part
figure-multipart-retry-lost = 3.5 GB lost
figure-multipart-retry-drops = the line drops
figure-multipart-retry-safe = 35 parts are in S3
figure-multipart-retry-to-come = still to come

## Two ways to a far Region
figure-edge-path-client = São Paulo
figure-edge-path-bucket = Seoul
figure-edge-path-direct = answers after 0.3 s
figure-edge-path-edge = edge
figure-edge-path-network = AWS network

## Where events go
figure-event-routes-function = Lambda function
figure-event-routes-queue = SQS queue
figure-event-routes-topic = SNS topic
figure-event-routes-every = every event
figure-event-routes-bus = EventBridge
figure-event-routes-refused = refused: overlaps

## One month's bill
figure-bill-bars-storage = storage
figure-bill-bars-uploads = uploads
figure-bill-bars-reads = reads
figure-bill-bars-out = data out

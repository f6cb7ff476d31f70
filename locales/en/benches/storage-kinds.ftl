### The texts of the bench on block, file and object storage.

panel-storage-kinds = Block, file, object
storage-kinds-start-one-byte = Change one byte
storage-kinds-start-match = Match workloads

## Beats of the one byte
storage-kinds-beat-byte-question = One byte of a { $size } file changes. What must be moved to write that byte to block, file and object storage?
storage-kinds-beat-times = Predict: how many times the bytes of block storage does object storage move?
storage-kinds-predict-times-alike = Less than 10 times
storage-kinds-predict-times-thousands = 10 to 100,000 times
storage-kinds-predict-times-more = More than 100,000 times
storage-kinds-beat-write = Written to all three: block moved { $block }, file { $file }, object { $object }. Object moved { $times } times what block did.
storage-kinds-beat-grow = For block and file the size of the file does not matter. For object it is all that matters. The times differ too: { $block-time }, { $file-time }, { $object-time }.
storage-kinds-beat-whole = Predict: now the whole file is written anew. Which store moves most?
storage-kinds-predict-whole-object = Still object
storage-kinds-predict-whole-alike = All about the same
storage-kinds-beat-replace = To replace the whole file, each moves { $object }. For what is written whole, object storage has nothing to lose.
storage-kinds-beat-byte-why = An object cannot be edited in place, so it is rewritten whole. Small edits often: block or file. Written once and read whole: object.
storage-kinds-other-unwritten = Block and object are not both written yet. The write button of each card brings its numbers.
storage-kinds-other-write = Written under other conditions: block moved { $block }, file { $file }, object { $object }, which is { $times } times block.
storage-kinds-other-grow = Under these conditions block moves { $block } and object { $object }. Move the size of the file and see what the lines do.
storage-kinds-other-replace = The whole file is not what changes now. Object moves { $times } times what block does.

## Beats of the match
storage-kinds-beat-match-question = Here are { $all } workloads. Look at what each needs, and choose block, file or object, and its building block of AWS.
storage-kinds-beat-objects = Predict: how many of the { $all } fit object storage?
storage-kinds-predict-objects-one = 1 or none
storage-kinds-predict-objects-two = 2
storage-kinds-predict-objects-three = 3 or more
storage-kinds-beat-place = All { $all } are placed and every need is met: { $block } block, { $file } file, { $object } object.
storage-kinds-beat-placed = Bring one workload after another to the front and compare line by line. Choose another building block and see what breaks.
storage-kinds-beat-turned = The photo app now speaks NFS. One property changed, and S3 no longer fits. Object storage now fits { $object }.
storage-kinds-beat-match-why = Properties decide the kind, not names. Ask in turn: who shares it, is it edited in place, which protocol, what latency, how long it lives.
storage-kinds-other-place = { $placed } of { $all } are placed. The result shows when all are.
storage-kinds-other-placed = { $placed } are placed, and { $right } of them fit. Bring one with a cross to the front and see what broke.
storage-kinds-other-turned = The photo app stands where it fits now. Object storage fits { $object } workloads.

## Handles
storage-kinds-size = File size
storage-kinds-rtt = Round trip
storage-kinds-change = Change
storage-kinds-change-byte = One byte
storage-kinds-change-middle = 1 MB in the middle
storage-kinds-change-append = Append 1 MB
storage-kinds-change-whole = Everything
storage-kinds-copy = S3 copies the rest
storage-kinds-copy-hint = With UploadPartCopy, S3 itself copies what did not change. Only the changed part crosses the line. For files above 8 MB.
storage-kinds-write = Write
storage-kinds-write-block = Write to block storage
storage-kinds-write-file = Write to file storage
storage-kinds-write-object = Write to object storage

## Picture and numbers
storage-kinds-store-block = Block storage
storage-kinds-store-file = File storage
storage-kinds-store-object = Object storage
storage-kinds-example-block = EBS volume, blocks of 4 KB
storage-kinds-example-file = EFS, NFS
storage-kinds-example-object = S3, HTTPS
storage-kinds-strip = { $store }: of a { $size } file, the dark cells cross the line, { $bytes } in all.
storage-kinds-strip-before = { $store }: the cell with a dot changes. The file is { $size }; writing it moves { $bytes }.
storage-kinds-unknown = ?
storage-kinds-bytes = Moved
storage-kinds-bytes-how = How computed: the file's data in all requests, to the store and back. 1 GB is 2^30 bytes; what a protocol adds is not counted.
storage-kinds-trips = Round trips
storage-kinds-trips-how = How computed: how often an answer is waited for. Requests of one name overlap and are waited for once. Their numbers are among the requests below.
storage-kinds-time = Time
storage-kinds-time-how = How computed: round trips × (round trip + time in the store) + bytes moved ÷ speed of the line.
storage-kinds-millis = { $n } ms
storage-kinds-seconds = { $n } s
storage-kinds-minutes = { $n } min
storage-kinds-hours = { $n } h
storage-kinds-tab-bytes = Bytes by size
storage-kinds-tab-time = Time by size
storage-kinds-tab-requests = Requests
storage-kinds-bytes-head = Bytes moved by size of the file
storage-kinds-time-head = Time taken by size of the file
storage-kinds-empty = What comes of a write shows here.
storage-kinds-not-written = Not written yet.
storage-kinds-request = { $n } times, { $bytes }
storage-kinds-simplified-byte = Simplified: blocks and pages of 4 KB, volume requests of 256 KB, NFS requests of 1 MB, parts of 8 MB (at most 10,000). A request takes 0.5 ms in block, 1 ms in file, 20 ms in object storage; those of one name overlap. Lines carry 125 MB/s (gp3 baseline). No caches, no journals.

## What happened
storage-kinds-happened = What happened
storage-kinds-last-nothing = Nothing is written yet. Set the handles and use the write button of a card.
storage-kinds-last-setup-before = The conditions changed. Write to see what comes of it.
storage-kinds-last-setup = The conditions changed, and the numbers of the stores written to were counted anew.
storage-kinds-last-block = Only the changed blocks were written to the volume. A block that changes in part is read first. { $block }, round trips: { $block-trips }.
storage-kinds-last-file = The shared file was opened, only the changed pages were written, committed to disk, and the file closed. { $file }, round trips: { $file-trips }.
storage-kinds-last-object = An object cannot be edited in place. It was fetched whole, changed, and uploaded whole. { $object }, round trips: { $object-trips }.
storage-kinds-last-object-whole = Nothing of the old content was needed, so only the new object was uploaded. { $object }, round trips: { $object-trips }.
storage-kinds-last-object-copied = Only the changed part was uploaded; S3 copied the others by UploadPartCopy. { $object }, round trips: { $object-trips }.
storage-kinds-last-all = Written to all three. Block and file took the changed place alone; the object was written anew, as it has no edit in place.
storage-kinds-last-unplaced = No workload is placed yet. Choose one in the list, then a building block.
storage-kinds-last-rest = The others were placed by their properties. { $right } of { $all } fit.
storage-kinds-last-placed = { $workload }: { $building }.
storage-kinds-last-need = The needs of { $workload } changed. Choose a building block.

## Workloads
storage-kinds-counts = Placed { $placed }/{ $all }, fitting { $right }
storage-kinds-unplaced = not chosen yet
storage-kinds-workload-database = Relational database
storage-kinds-workload-homes = Linux home directories
storage-kinds-workload-photos = Photo app
storage-kinds-workload-scratch = Scratch data of a sort
storage-kinds-workload-office = Office share
storage-kinds-workload-logs = Logs of a data lake
storage-kinds-about-database = A database on one EC2 instance edits pages in place. Its data must stay when the instance is replaced.
storage-kinds-about-homes = Linux servers in several Availability Zones open and edit the same home directories over NFS.
storage-kinds-about-photos = Photos are uploaded once and fetched over HTTPS by apps and browsers anywhere. They are not edited.
storage-kinds-about-scratch = Room for large sorts that spill. It must be very fast, and what is lost is made again.
storage-kinds-about-office = Hundreds of Windows PCs open and edit documents together, with rights from Active Directory.
storage-kinds-about-logs = Every server uploads its logs as files; analysis reads them whole. They are kept for years.

## Properties
storage-kinds-needs-changed = Some properties have changed; the table tells.
storage-kinds-needs = Property
storage-kinds-wanted = Needed
storage-kinds-offered = Offered
storage-kinds-need-hosts = Hosts
storage-kinds-need-edits = Edits
storage-kinds-need-protocol = Protocol
storage-kinds-need-latency = Latency
storage-kinds-need-life = Life
storage-kinds-value-one = one
storage-kinds-value-many = many
storage-kinds-value-in-place = in place
storage-kinds-value-whole = as a whole
storage-kinds-value-device = block device
storage-kinds-value-nfs = NFS
storage-kinds-value-smb = SMB
storage-kinds-value-lustre = Lustre
storage-kinds-value-https = HTTPS
storage-kinds-value-local = below 1 ms
storage-kinds-value-low = a few ms
storage-kinds-value-web = tens of ms
storage-kinds-value-instance = as the instance
storage-kinds-value-lasting = longer
storage-kinds-met = Met
storage-kinds-not-met = Not met

## Building blocks
storage-kinds-building-ebs = Amazon EBS
storage-kinds-building-instance-store = Instance store
storage-kinds-building-efs = Amazon EFS
storage-kinds-building-fsx-windows = FSx for Windows
storage-kinds-building-fsx-lustre = FSx for Lustre
storage-kinds-building-s3 = Amazon S3
storage-kinds-what-ebs = A network volume in one Availability Zone. It is attached to one instance and can outlive it.
storage-kinds-what-instance-store = Disks in the very server that runs the instance. The fastest, and empty once the instance is stopped.
storage-kinds-what-efs = A file system that Linux clients in several Availability Zones share over NFS. It grows and shrinks by itself.
storage-kinds-what-fsx-windows = A Windows file server, shared over SMB, with Active Directory.
storage-kinds-what-fsx-lustre = A fast file system that many nodes read and write together, with the Lustre client.
storage-kinds-what-s3 = Objects written and read as a whole over HTTPS from anywhere. No size or number to be set.
storage-kinds-choose = Choose a building block. Point at one to read what it is.
storage-kinds-fits = { $building } meets all five needs.
storage-kinds-breaks-hosts = { $building } is attached to one instance. Other hosts cannot edit the same data with it.
storage-kinds-breaks-edits = { $building } has no edit in place. The smallest change rewrites the whole object.
storage-kinds-breaks-protocol = The workload speaks { $wanted }, and { $building } takes { $offered } alone.
storage-kinds-breaks-latency = The workload wants its answer in { $wanted }; { $building } takes { $offered }.
storage-kinds-breaks-life = Once the instance is stopped, the data on { $building } is gone. This data must outlive the instance.
storage-kinds-remedy = What meets every need: { $buildings }
storage-kinds-remedy-none = No building block here meets all of this. Change one property.
storage-kinds-simplified-match = Simplified: five properties, and no prices. EBS Multi-Attach and S3 Files are left out; the other kinds of FSx come in 2.6.4. Latencies are orders of magnitude.

## Notes for an instructor
storage-kinds-note-byte-question = Let them say in words what travels when one byte changes, for each of the three.
storage-kinds-note-times = Count hands. Hardly anybody says 100,000.
storage-kinds-note-write = Compare the bars. That of block is too short to be seen.
storage-kinds-note-grow = Point out that the axes grow by factors. Open the list of requests once.
storage-kinds-note-whole = Having just seen the result, most say object.
storage-kinds-note-replace = Sum up: object storage is not slow; small edits of it are dear.
storage-kinds-note-byte-why = Turn on part copies and write the byte again. What shrinks, and what stays?
storage-kinds-note-match-question = Read the workloads out, and ask for properties before answers.
storage-kinds-note-objects = Count hands. Ask which workloads they have in mind.
storage-kinds-note-place = Take one that fits and read its lines aloud.
storage-kinds-note-placed = Move the database to S3 and let them count the lines that break.
storage-kinds-note-turned = One property, another answer. Ask where it must move to fit again.
storage-kinds-note-match-why = The five questions, written on a board, serve all later sections.

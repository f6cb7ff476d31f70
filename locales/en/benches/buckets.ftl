### The bench of sections 2.2: buckets and objects, names, URLs, five use cases.

panel-buckets = Buckets and objects
buckets-start-empty = First bucket
buckets-start-website = Website
buckets-start-data-lake = Data lake
buckets-start-media = Media
buckets-start-backup = Backup
buckets-start-archive = Archive
buckets-start-names = Names

## Beats: first bucket
buckets-beat-first-question = Every object has a URL. Can anybody who knows the URL open the object?
buckets-beat-first-make = This beat makes a bucket in Seoul and uploads a photo. { $told }
buckets-beat-first-open = Predict: somebody who is not signed in opens the photo's URL. What comes back?
buckets-predict-first-open-open = 200, the photo
buckets-predict-first-open-denied = 403, refused
buckets-predict-first-open-missing = 404, not found
buckets-beat-first-get = This beat opens the URL without a signature. { $told }
buckets-beat-first-owner = Now the account that owns the bucket reads it, signed. { $told }
buckets-beat-first-why = A URL is an address, not a permission. A new bucket has Block Public Access on and no policy that lets everybody read. Section 2.3 is about policies.
buckets-note-first-question = Ask who has used a shared document that anyone with the link can see.
buckets-note-first-make = Point at the four pieces of the URL in turn. The Region stands in the host name.
buckets-note-first-open = Count hands. Ask those who say 200 or 404 for their reason.
buckets-note-first-get = Read the status code and the rule aloud.
buckets-note-first-owner = The address is the same; only the signature differs.
buckets-note-first-why = Open the URL of a missing key too: without the right to list, that is a 403 as well.

## Beats: names
buckets-beat-names-question = Another account already has a bucket named photos-417. Your account has none. Which names can you use?
buckets-beat-names = Predict: which of these four names does AWS accept?
buckets-predict-names-capital = Photos-417
buckets-predict-names-underscore = photos_417
buckets-predict-names-short = photos-417
buckets-predict-names-long = photos-417-kr
buckets-beat-names-taken = This beat tries photos-417 first. { $told }
buckets-beat-names-free = Now photos-417-kr is created and a report uploaded. { $told }
buckets-beat-names-delete = Predict: what happens when a bucket that holds a report is deleted?
buckets-predict-names-delete-gone = Its objects go with it
buckets-predict-names-delete-refused = It is refused
buckets-beat-names-delete-act = This beat tries to delete the bucket. { $told }
buckets-beat-names-why = A name must keep the rules and be the only one among all accounts, because it becomes a host name in the URL. Only an empty bucket can be deleted.
buckets-note-names-question = Ask why a bucket's name has to be unique in the world. The URL is the answer.
buckets-note-names = You can type the four names into the form first and show what the rules say.
buckets-note-names-taken = The name keeps every rule and is refused. Whether somebody has it is known only by asking.
buckets-note-names-free = A company's or team's name in it avoids clashes.
buckets-note-names-delete = Count hands. The habit of deleting folders shows in the answers.
buckets-note-names-delete-act = Delete the object first, then try again.
buckets-note-names-why = Try capitals, underscores and a name shaped like an IP address.

## Beats: data lake
buckets-beat-lake-question = A data lake keeps raw and refined data apart by prefix. Under raw/sales/ lie three months of sales. What happens if this folder-like thing is deleted?
buckets-beat-lake = Predict: the key raw/sales/ is deleted. What becomes of the files under it?
buckets-predict-lake-gone = All of them go
buckets-predict-lake-same = They stay
buckets-predict-lake-refused = Refused, it is not empty
buckets-beat-lake-delete = This beat deletes the one key raw/sales/. { $told }
buckets-beat-lake-list = There are { $n } objects under { $prefix }.
buckets-beat-lake-why = There are no folders. raw/sales/ is only how several keys begin: no object has that key, so there is nothing to delete, and the delete still answers success.
buckets-note-lake-question = Point at the dashed folders. The listing groups keys, no more.
buckets-note-lake = Count hands. Compare with a file system.
buckets-note-lake-delete = Deleting a key that is not there succeeds. A delete may be sent any number of times.
buckets-note-lake-list = Count the objects together.
buckets-note-lake-why = In the terminal, try aws s3 rm s3://lake-417/raw/sales/ --recursive. The CLI asks for each key.

## Beats: website
buckets-beat-site-question = Web pages are objects too. A browser reads Content-Type to decide whether to show a page or to save a file. Who sets that value?
buckets-beat-site = Predict: about.html is uploaded by put-object without a type. Which Content-Type is stored?
buckets-predict-site-html = text/html, from the name's ending
buckets-predict-site-binary = binary/octet-stream, no guess
buckets-beat-site-put = This beat uploads about.html without a type. { $told }
buckets-beat-site-head = The Content-Type of { $key } is { $type }.
buckets-beat-no-page = The bucket has no { $key }.
buckets-beat-site-why = Content-Type is metadata that the uploader writes. aws s3 cp writes it for you from the name's ending. Website endpoints and CloudFront are not modelled on this bench.
buckets-note-site-question = Show the types of index.html and cat.jpg first.
buckets-note-site = Count hands. People who know web servers choose the first.
buckets-note-site-put = Point out that only what the request says is stored.
buckets-note-site-head = A browser that gets this page offers to save it.
buckets-note-site-why = Today's way is a private bucket that lets only CloudFront in. That comes later.

## Beats: media
buckets-beat-media-question = Somebody watching a 48 MB film jumps to its middle. Must the player fetch the film from the start?
buckets-beat-media = Predict: the player asks for 1 MB from the middle. What comes back?
buckets-predict-media-whole = Objects only come whole
buckets-predict-media-part = That 1 MB
buckets-predict-media-refused = It is refused
buckets-beat-media-get = This beat asks for 1 MB from the middle. { $told }
buckets-beat-media-seen = Look at the last request and its answer. { $told }
buckets-beat-media-why = A GET with Range reads a part of an object. Writing differs: an object is always written whole. CloudFront, which answers such requests near the viewer, comes later.
buckets-note-media-question = Ask who has skipped ahead in a video.
buckets-note-media = Count hands.
buckets-note-media-get = Status 206 means that a part was sent.
buckets-note-media-seen = Count the bytes of the range together. Both ends are included.
buckets-note-media-why = Point out that there is no way to change 1 MB in place.

## Beats: backup
buckets-beat-backup-question = A database is backed up every night to the same key, nightly/db.tar. Three days on, can you return to the first night?
buckets-beat-backup = Predict: after three uploads to the same key, how many copies can be read back?
buckets-predict-backup-all = 3, one for each night
buckets-predict-backup-last = 1, the last
buckets-predict-backup-refused = Refused from the second on
buckets-beat-backup-nights = This beat uploads to the same key on three nights. { $told }
buckets-beat-backup-left = Copies of { $key } that can be read back: { $n }.
buckets-beat-backup-why = Writing to a key replaces the object there. A date in the key, or versioning, keeps earlier backups. Section 2.4.4 is about versioning.
buckets-note-backup-question = The keys under weekly/ hold a date. Compare the two.
buckets-note-backup = Count hands. Nothing warns of overwriting.
buckets-note-backup-nights = Point out that every request succeeded.
buckets-note-backup-left = Look at the listing: the last night is left.
buckets-note-backup-why = Enable versioning and start again.

## Beats: archive
buckets-beat-archive-question = A contract has been kept in DEEP_ARCHIVE for seven years. An auditor asks for it today. Can you open it at once?
buckets-beat-archive = Predict: a GET goes to an object in DEEP_ARCHIVE. What comes back?
buckets-predict-archive-now = 200, at once
buckets-predict-archive-refused = 403, not readable now
buckets-predict-archive-missing = 404, not in the listing
buckets-beat-archive-get = This beat reads the contract. { $told }
buckets-beat-archive-restore = A restore at standard speed, 12 hours of waiting, and another read. { $told }
buckets-beat-archive-why = Archive classes are cheap and take time to read. A restore makes a temporary copy that can be read for the days you set. GLACIER_IR is read at once.
buckets-note-archive-question = Point at the class of each of the three contracts.
buckets-note-archive = Count hands. What is listed need not be readable.
buckets-note-archive-get = The reason is the object's state, not a permission.
buckets-note-archive-restore = Look at the clock: 12 hours have passed.
buckets-note-archive-why = Read the contract of 2025 too: archived, and there at once.

## Handles
buckets-create = New bucket
buckets-upload = Upload
buckets-offered = Take the name { $name }
buckets-name = Name
buckets-region = Region
buckets-create-do = Create
buckets-file = Sample file
buckets-key = Key
buckets-type = Content-Type
buckets-class = Class
buckets-metadata = Metadata
buckets-tags = Tags
buckets-metadata-hint = camera=phone
buckets-tags-hint = project=demo
buckets-none = none
buckets-upload-do = Upload the file
buckets-upload-where = Create or choose a bucket first.

## Rules of names
buckets-name-fits = The name keeps every rule.
buckets-name-taken = Whether another account has it is known once you try.
buckets-rule-length = A name has 3–63 characters.
buckets-rule-letters = A name has lower-case letters, digits, dots and hyphens only.
buckets-rule-edges = A name begins and ends with a lower-case letter or digit.
buckets-rule-dots = Two dots cannot stand side by side.
buckets-rule-ipv4 = A name cannot be shaped like an IP address.
buckets-rule-prefix = AWS keeps names that begin with xn--, sthree- or amzn-s3-demo-.
buckets-rule-suffix = AWS keeps names that end with -s3alias, --ol-s3, .mrap, --x-s3 or --table-s3.
buckets-rule-namespace = Only names of the account's own regional namespace end with -an.

## Browser
buckets-all = My buckets
buckets-no-bucket = Your account has no bucket yet. Create one on the left.
buckets-bucket-note = { $region }, objects: { $n }, { $bytes }
buckets-empty = No key begins here.
buckets-only-prefix = Only a prefix: it looks like a folder.
buckets-object-note = { $bytes }, { $class }, ETag { $etag }…
buckets-cut = The first { $n } are shown.
buckets-delete-bucket = Delete bucket { $bucket }
buckets-delete-object = Delete object { $key }
buckets-list-hint = The request behind this listing. Keys that are alike up to the next delimiter come back as one prefix.

## URL
buckets-url = URL
buckets-form-virtual = Today
buckets-form-path = Legacy path
buckets-form-global = Legacy global
buckets-note-virtual = The bucket's name is the first word of the host. That is why it must be unique among all accounts.
buckets-note-dots = With a dot in the name, the host does not match the HTTPS certificate (*.s3…). A name without dots is better.
buckets-note-path = An old form with the bucket in the path. It still answers; nothing new needs it.
buckets-note-global = An old form from us-east-1. It names no Region, so a request to a bucket elsewhere can be redirected.
buckets-url-none = This is not your bucket yet. Once it is created, this is the address.
buckets-part-scheme = scheme
buckets-part-bucket = bucket
buckets-part-host = service and Region
buckets-part-key = key
buckets-open = Open without a signature
buckets-open-hint = Sends a GET as somebody who is not signed in (--no-sign-request). The model decides the answer.
buckets-copy-url = Copy the URL
buckets-not-opened = Nobody has opened it without a signature yet.
buckets-no-object = Choose an object to see it here.

## Object
buckets-object = Object
buckets-no-such-object = There is no object with this key now.
buckets-size = Size
buckets-exact = { $short } ({ $exact } bytes)
buckets-type-hint = Written by the uploader. A listing does not have it; HEAD does.
buckets-metadata-note = Stored with the object. To change it, the object is copied onto itself.
buckets-tags-note = Up to 10; they can be changed later.
buckets-etag-note = How it is computed: for an object uploaded in one request, the MD5 of its contents.
buckets-checksum = Checksum
buckets-checksum-note = How it is computed: by S3 from the contents, and stored with them.
buckets-version = Version ID
buckets-read = Download, signed
buckets-answer = Answer

## What happened
buckets-happened = What happened
buckets-nothing-yet = No request has been sent yet.
buckets-did-create = Bucket { $bucket } was created.
buckets-did-create-other = Another account created bucket { $bucket }.
buckets-did-put = { $key } was uploaded.
buckets-did-get = A signed request received { $key }.
buckets-did-get-range = Bytes { $range } of { $key } were received (206).
buckets-did-get-nobody = A request without a signature received { $key }.
buckets-did-delete = Deleting the key { $key } answered success.
buckets-did-delete-bucket = Bucket { $bucket } was deleted.
buckets-did-restore = A restore of { $key } was requested.
buckets-did-list = The listing of bucket { $bucket } was received.
buckets-did-head = The metadata of { $key } was received.
buckets-did-other = { $operation } succeeded.
buckets-refused-here = The command was not sent to AWS.
buckets-refused-create = Bucket { $bucket } was not created.
buckets-refused-delete = Bucket { $bucket } was not deleted.
buckets-refused-nobody = A request without a signature did not receive { $key }.
buckets-refused-get = { $key } was not received.
buckets-refused-other = AWS refused { $operation }.
buckets-why-exists = Another account has this name. Bucket names are unique among all accounts. Choose another name.
buckets-why-owned = Your account already has this bucket. Use it, or choose another name.
buckets-why-not-empty = The bucket holds objects: { $n }. Only an empty bucket can be deleted. Delete its objects first.
buckets-why-unsigned = No policy lets everybody read. Sign the request as the account that owns the bucket, or allow it by policy.
buckets-why-denied = The bucket belongs to another account, and no policy there allows you. Its owner can allow you by policy.
buckets-why-no-bucket = There is no bucket with this name. Check the name, or create the bucket.
buckets-why-no-key = There is no object with this key. Keys must match in every letter, capitals included.
buckets-why-archived = The object is in { $class }. Archive classes are read after a restore. Send restore-object and wait.
buckets-why-location = The Region that received the request is not the LocationConstraint. Name the same Region; for us-east-1, none.
buckets-why-metadata = Metadata has at most 2 KB, names and values together. Make it shorter.
buckets-why-key = A key has at most 1,024 bytes of UTF-8. Make it shorter.
buckets-why-params = The CLI checks the form of values before it sends them. Look for an empty name or key, or for letters it does not take.
buckets-more = More fields
buckets-object-short = { $bytes }, { $class }
buckets-part = The last GET read { $part } of { $whole }.
buckets-own-path = Own file
buckets-own-pick = Choose a file…
buckets-own-take = Take this path
buckets-own-file = Upload { $name } ({ $size })

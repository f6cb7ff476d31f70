title = L1: Console and CLI
summary = Make the same things by click and by command, find out who you are, and read an error that stops you.
story = The console and the command line are two doors to the same rooms: whatever you click becomes a call, and whatever you type becomes the same call. In this lab you make two buckets, one each way, put files into them, find out as whom you act, and run into a wall on purpose. The files notes.txt and site/ lie ready for you.
question = Make { $bucket } and { $second } in Seoul, and see on the way what AWS answers to a wrong Region. Put notes.txt and everything under site/ into the first one, with the same paths. Write on the first bucket who you are, and on the second which buckets there are, without typing either by hand. Then see what another account may do with your bucket.
debrief = Everything you did was a call with a caller, a Region and an answer, whichever door it came through; the drawer below shows each as a command. The answers tell more than success: IllegalLocationConstraintException named the Region that did not fit, and AccessDenied named who asked, for what, on which resource. Whoever reads those three things knows what to mend. With --query and --output, one command's answer became another one's input, and nobody had to copy anything.

task-first-title = The bucket { $bucket } is in Seoul, closed to the public
task-first-why = A bucket's Region decides where the data lies, what it costs and how far the way is; it cannot be changed afterwards. The four block settings are on unless somebody switches them off.
task-second-title = You have seen a wrong Region refused, and { $second } is in Seoul
task-second-why = Outside of Northern Virginia, the Region must be said in the call, and must be that of the endpoint. Whoever has read that error once knows it the next time.
task-upload-title = The three files are in { $bucket }, with their paths
task-upload-why = A key is the whole name, slashes included. A page that looks for img/logo.svg does not find it under another key.
task-who-title = The tag owner of { $bucket } says as whom you act
task-who-why = What works and what is refused depends on who calls. The first question at any trouble is: who am I here?
task-names-title = The tag buckets of { $second } lists the names of both buckets
task-names-why = What a command prints is data. Whoever picks out just what is needed can hand it on to the next command, and makes no mistake in copying.
task-wall-title = You have seen another account refused at your bucket
task-wall-why = A bucket belongs to its account. An administrator of another account is nobody here, and the message says exactly what was not allowed to whom.

hint-first-1 = List your buckets. Is there one with that name, and where does it lie?
hint-first-2 = Look at the Region of the bucket, and at the Region in which your terminal calls.
hint-first-3 = The Region of a new bucket is a part of the call that makes it.
hint-first-4 = aws s3api create-bucket --bucket { $bucket } --create-bucket-configuration LocationConstraint=ap-northeast-2. Or make it in the console of the buckets bench.
hint-second-1 = Did you see a refusal when you made the second bucket? If everything went well, you have missed something.
hint-second-2 = Look at what the call says about the Region: nothing, or another one than that of the endpoint.
hint-second-3 = A call to the endpoint of Seoul makes buckets in Seoul. A call that names no Region, or another one, does not fit and is refused.
hint-second-4 = First call aws s3api create-bucket --bucket { $second } without any Region and read the error. Then make the bucket with aws s3 mb s3://{ $second }, which says the Region for you.
hint-upload-1 = List the whole bucket. Do the keys look like the paths of your files?
hint-upload-2 = Look at the keys of the files that lie in folders.
hint-upload-3 = There are no folders in a bucket; a slash is a part of the key. A copy of a whole folder makes the keys for you.
hint-upload-4 = aws s3 cp notes.txt s3://{ $bucket }/notes.txt, then aws s3 cp site s3://{ $bucket }/site --recursive.
hint-who-1 = Would you know which account you are in, if nobody had told you?
hint-who-2 = Look for the service that knows about callers, not about files.
hint-who-3 = AWS STS answers who calls, with an ARN. A variable takes an answer: NAME=$(aws … --output text).
hint-who-4 = ME=$(aws sts get-caller-identity --query Arn --output text), then aws s3api put-bucket-tagging --bucket { $bucket } --tagging "TagSet=[{"{"}Key=owner,Value=$ME{"}"}]".
hint-names-1 = A list of your buckets prints much more than their names.
hint-names-2 = Look at how the answer is built, and at the options that every command has.
hint-names-3 = --query picks out a part of the answer, in the language JMESPath; the function join makes one text of a list.
hint-names-4 = NAMES=$(aws s3api list-buckets --query "join(' ', Buckets[].Name)" --output text), then aws s3api put-bucket-tagging --bucket { $second } --tagging "TagSet=[{"{"}Key=buckets,Value='$NAMES'{"}"}]".
hint-wall-1 = So far everybody who asked was you. Let somebody else ask.
hint-wall-2 = Look for the option that makes a command act as somebody else.
hint-wall-3 = The account partner has an administrator of its own. Over your bucket it has no say, since nothing on your side allows it.
hint-wall-4 = aws s3api list-objects-v2 --bucket { $bucket } --profile partner. Read who was refused, which action, and on which resource.

step-first-title = The first bucket
step-first-text = Make a bucket in Seoul and look at its public access block. All four settings are on without you doing anything.
step-region-title = A wrong Region, on purpose
step-region-text = Now ask the endpoint of Seoul for a bucket in Ireland. What will happen?
step-region-made = The bucket is made in Ireland
step-region-refused = The call is refused
step-second-title = The second bucket
step-second-text = aws s3 mb is a short command that says the Region for you. List your buckets afterwards.
step-upload-title = Files, one and many
step-upload-text = Copy one file, then a whole folder. List the bucket: the slashes are parts of the keys.
step-who-title = Who am I?
step-who-text = Ask AWS STS, keep the ARN in a variable, and write it on the bucket as a tag.
step-names-title = Just the names
step-names-text = Look at the names as a table, then as one text, and write that on the second bucket.
step-wall-title = A wall
step-wall-text = Ask for the list of your bucket as the administrator of another account. Read the message slowly: who, what, on which resource.

checkpoint-buckets = Both buckets are there

### Check questions of section 2.7.2, Storage Gateway.

q-2-7-2-1 = A drawing program on premises can use nothing but an SMB share. The disks of the file server are full, and the drawings are to live in S3. What fits?
q-2-7-2-1-a = Storage Gateway
q-2-7-2-1-a-why = The program keeps its share, and the drawings lie in S3. Only those in use stay on the disk of the gateway.
q-2-7-2-1-b = DataSync every night
q-2-7-2-1-b-why = It copies the drawings to S3, but the program still needs them all on the full file server.
q-2-7-2-1-c = A bucket policy that lets in the network of the office
q-2-7-2-1-c-why = That gives a right, but no share. S3 speaks HTTPS, and the program speaks SMB.

q-2-7-2-2 = The cache of a gateway has 1 TB. Each day the office reads 3 TB of files, hardly any of them twice. Users find it slow. Why?
q-2-7-2-2-a = S3 is slow with large files.
q-2-7-2-2-a-why = S3 answers in milliseconds and delivers fast. The narrow place lies between it and the office.
q-2-7-2-2-b = The cache must first write everything to S3 again.
q-2-7-2-2-b-why = Reading writes nothing. What is in S3 already is not sent there again.
q-2-7-2-2-c = Most reads miss the cache and come over the line.
q-2-7-2-2-c-why = A cache helps with what is read again. Here nearly every file is new to it, so the line sets the pace.

q-2-7-2-3 = A fire destroys the office, and the gateway with its disk. What is lost?
q-2-7-2-3-a = Everything. The files were on the disk of the gateway.
q-2-7-2-3-a-why = The disk is a cache. The main copy of each uploaded file is in AWS.
q-2-7-2-3-b = What had not been uploaded yet
q-2-7-2-3-b-why = A new gateway shows everything that had reached AWS. Only the last writes existed on the burnt disk alone.
q-2-7-2-3-c = Nothing. A write is answered when AWS has it.
q-2-7-2-3-c-why = A write is answered when the disk of the gateway has it. The upload follows a little later.

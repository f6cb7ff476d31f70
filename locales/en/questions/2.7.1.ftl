### Check questions of section 2.7.1, data migration tools.

q-2-7-1-1 = 40 TB on a file server are to be in S3 within three weeks. The line has 1 Gbps, of which 80% can be used, and people go on changing files until the last day. What fits?
q-2-7-1-1-a = Disks by road, because 40 TB are too much for a line
q-2-7-1-1-a-why = The line moves over 8 TB a day, so about five days are enough. And disks would carry the state of one day only.
q-2-7-1-1-b = DataSync
q-2-7-1-1-b-why = It copies everything once, and then only what has changed, until the last run.
q-2-7-1-1-c = Transfer Family
q-2-7-1-1-c-why = It receives what others send. It does not go and look for changed files.

q-2-7-1-2 = 50 suppliers send their invoices by SFTP every day and will not change their programs. From now on the files are to land in S3. What fits?
q-2-7-1-2-a = Transfer Family
q-2-7-1-2-a-why = It answers SFTP as before and puts the files into S3. The suppliers notice nothing.
q-2-7-1-2-b = Storage Gateway at each supplier
q-2-7-1-2-b-why = A gateway speaks NFS, SMB or iSCSI, and it would be 50 appliances in other people's houses.
q-2-7-1-2-c = DataSync once a night
q-2-7-1-2-c-why = It needs a storage that it can read. Here the suppliers send, and somebody must receive.

q-2-7-1-3 = 200 TB are to be in AWS in 30 days. The line has 100 Mbps. What gets it done?
q-2-7-1-3-a = DataSync with four tasks at the same time
q-2-7-1-3-a-why = All tasks share one line. It would take well over half a year.
q-2-7-1-3-b = Transfer Acceleration
q-2-7-1-3-b-why = It shortens the wait for answers. It does not widen the line of the office, which is the limit here.
q-2-7-1-3-c = Storage Gateway with a large cache
q-2-7-1-3-c-why = The cache would be filled at once, but its way to AWS is the same line.
q-2-7-1-3-d = Disks that are taken to an AWS location
q-2-7-1-3-d-why = Over this line, 200 TB take 231 days. By road the width of the line does not matter.

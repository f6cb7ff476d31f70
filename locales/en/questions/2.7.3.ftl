### Check questions of section 2.7.3, gateway types.

q-2-7-3-1 = Backup software writes to a tape robot over iSCSI. The software is to stay, the tapes are to go to AWS. Which gateway fits?
q-2-7-3-1-a = S3 File Gateway
q-2-7-3-1-a-why = It offers shares for files. The software wants drives and tapes.
q-2-7-3-1-b = Volume Gateway with stored volumes
q-2-7-3-1-b-why = It also speaks iSCSI, but as a disk. The software wants a tape library.
q-2-7-3-1-c = Tape Gateway
q-2-7-3-1-c-why = To the software it looks like a library. The tapes are virtual, and archived ones lie in Glacier classes.

q-2-7-3-2 = A database server on premises reads blocks from all over its 8 TB and needs each read as fast as a local disk. Snapshots of it are to be in AWS. What fits?
q-2-7-3-2-a = Stored volume
q-2-7-3-2-a-why = All blocks are on premises, so each read is local. AWS gets the snapshots.
q-2-7-3-2-b = Cached volume
q-2-7-3-2-b-why = The main copy would be in AWS. A block that is not in the cache comes over the line, and reads from all over often miss it.
q-2-7-3-2-c = S3 File Gateway
q-2-7-3-2-c-why = It offers files over NFS or SMB. This server works on blocks.

q-2-7-3-3 = A server needs a volume of 30 TB over iSCSI, but uses only about 1 TB of it at a time. There is hardly any room for disks on premises. What fits?
q-2-7-3-3-a = Stored volume
q-2-7-3-3-a-why = It keeps all blocks on premises, and 30 TB are more than one stored volume can have.
q-2-7-3-3-b = Cached volume
q-2-7-3-3-b-why = The main copy is in AWS, and a disk for the part in use is enough. One volume can have up to 32 TiB.
q-2-7-3-3-c = Tape Gateway
q-2-7-3-3-c-why = Tapes are for backups and are read from front to back. A server wants a disk.

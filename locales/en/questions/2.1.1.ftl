### Check questions of section 2.1.1, cloud storage: block, file, object.

q-2-1-1-1 = `report.dat`, 1 GB, is an object in an S3 bucket. One byte in its middle is wrong. What is uploaded to put it right?
q-2-1-1-1-a = Only that byte and its position
q-2-1-1-1-a-why = S3 has no request that writes at a position inside an object of an ordinary bucket. A file system can do that.
q-2-1-1-1-b = The block of 4,096 bytes that holds it
q-2-1-1-1-b-why = Blocks are what a volume knows. S3 knows only the key and the whole object behind it.
q-2-1-1-1-c = The whole object, 1 GB
q-2-1-1-1-c-why = An object is replaced as a whole. That is why data that changes in small pieces belongs elsewhere.

q-2-1-1-2 = `edit-1` and `edit-2` open the same film projects in one directory tree at the same time and must not overwrite each other. Which kind of storage fits?
q-2-1-1-2-a = File storage
q-2-1-1-2-a-why = A file share serves one tree to many machines, and its locks let them take turns.
q-2-1-1-2-b = Block storage, attached to both
q-2-1-1-2-b-why = Two machines that write the blocks of an ordinary file system do not know of each other and damage it.
q-2-1-1-2-c = Object storage
q-2-1-1-2-c-why = It is open to both, but it knows no directories and no locks, and each save replaces the whole object.

q-2-1-1-3 = The database on `db-1` changes many records of 200 bytes each second, in random places of its files. Which kind of storage fits?
q-2-1-1-3-a = Object storage, because any amount of data fits in
q-2-1-1-3-a-why = There is room, but each change would replace a whole object. A record of 200 bytes would move far more than itself.
q-2-1-1-3-b = Block storage, because small writes in place are quick
q-2-1-1-3-b-why = Only the blocks that hold the record are written, with the short latency of a disk of its own.
q-2-1-1-3-c = File storage, because a database consists of files
q-2-1-1-3-c-why = Its files lie on a block volume as well. A share is for many machines, and one database server needs none.

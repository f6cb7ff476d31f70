### Check questions of section 2.1.1, cloud storage: block, file, object.

q-2-1-1-1 = `report.dat`, 1 GB, lies in Amazon S3, which is object storage. One byte in its middle is wrong. What must be uploaded to put it right?
q-2-1-1-1-a = Only that byte and its position
q-2-1-1-1-a-why = S3 has no request that rewrites the middle of an object. A file system can do that.
q-2-1-1-1-b = The block of 4,096 bytes that holds it
q-2-1-1-1-b-why = Blocks are the unit of block storage. S3 handles whole objects only.
q-2-1-1-1-c = The whole object, 1 GB
q-2-1-1-1-c-why = An object can only be replaced as a whole. That is why data that changes in small pieces belongs elsewhere.

q-2-1-1-2 = `edit-1` and `edit-2` open the same film projects in one directory at the same time and must not overwrite each other's work. Which kind of storage fits?
q-2-1-1-2-a = File storage
q-2-1-1-2-a-why = Many machines share one directory, and locks let them take turns.
q-2-1-1-2-b = Block storage, attached to both
q-2-1-1-2-b-why = An ordinary file system on blocks does not know that another machine writes too. Two writers damage its data.
q-2-1-1-2-c = Object storage
q-2-1-1-2-c-why = Both can use it, but it has no directories and no locks. Each save also replaces the whole object.

q-2-1-1-3 = The database on `db-1` changes many records of 200 bytes each second, in random places of its files. Which kind of storage fits?
q-2-1-1-3-a = Object storage. Any amount of data fits in.
q-2-1-1-3-a-why = There is room, but each change would replace a whole object. A record of 200 bytes would move far more than itself.
q-2-1-1-3-b = Block storage. Small writes in place are quick.
q-2-1-1-3-b-why = Only the blocks that hold the record are written, with the short latency of a disk of its own.
q-2-1-1-3-c = File storage. A database consists of files.
q-2-1-1-3-c-why = Its files change faster on block storage. File storage is for many machines that share files, and here there is one.

### Check questions of section 2.1.2, AWS data building blocks.

q-2-1-2-1 = `db-1` runs a database on an EC2 instance. It is stopped every night, and its data must still be there in the morning. Where does the data belong?
q-2-1-2-1-a = On an EBS volume
q-2-1-2-1-a-why = An EBS volume is separate from the instance, so it keeps the data while the instance is stopped.
q-2-1-2-1-b = On the instance store of the host
q-2-1-2-1-b-why = It is fast, but its data is lost when the instance stops. It suits caches and temporary files.
q-2-1-2-1-c = In an S3 bucket, one object for each record
q-2-1-2-1-c-why = The data would last, but a running database changes its files in place, and S3 replaces whole objects.

q-2-1-2-2 = Six Windows servers must share one drive over SMB, with users and rights from Active Directory. Which service fits?
q-2-1-2-2-a = Amazon EFS
q-2-1-2-2-a-why = EFS speaks NFS and is made for Linux machines. It offers no SMB.
q-2-1-2-2-b = One EBS volume, attached to all six
q-2-1-2-2-b-why = A volume handles blocks and knows nothing of files, users or SMB. Six machines on one ordinary file system would damage its data.
q-2-1-2-2-c = Amazon S3
q-2-1-2-2-c-why = S3 is object storage, reached by HTTP requests. File locks and rights from Active Directory need a file system.
q-2-1-2-2-d = Amazon FSx for Windows File Server
q-2-1-2-2-d-why = It is a fully managed Windows file system with SMB and Active Directory.

q-2-1-2-3 = 20 TB move from an on-premises file server (NAS) into EFS over the internet. Until the move is over, only changed files are to be copied each night. Which service fits?
q-2-1-2-3-a = Storage Gateway
q-2-1-2-3-a-why = It is a lasting bridge to AWS for programs that stay on premises. It does not copy the files of a NAS into EFS.
q-2-1-2-3-b = DataSync
q-2-1-2-3-b-why = It copies the files online, checks them and runs on a schedule. Later runs carry only what has changed.
q-2-1-2-3-c = Transfer Family
q-2-1-2-3-c-why = It receives files that others send by SFTP, FTPS, FTP or AS2. It does not look for changes by itself.

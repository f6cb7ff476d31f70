### Check questions of section 2.5.4, what S3 costs.

q-2-5-4-1 = The bill of a bucket for one month: storage 10 USD, requests 12 USD, data out to the internet 50 USD. A colleague wants to move everything to a cheaper storage class. What do you say?
q-2-5-4-1-a = Good. Storage is what a bucket mainly costs.
q-2-5-4-1-a-why = Here it is the smallest of the three. And the cheaper classes charge for every GB that is read.
q-2-5-4-1-b = That touches 10 of 72 USD at most. Look at the data out first.
q-2-5-4-1-b-why = A class changes the price of storage. For the longest bar, ask who reads from where, and whether CloudFront would do it for less.
q-2-5-4-1-c = Better delete the old versions. They are the 50 USD.
q-2-5-4-1-c-why = Old versions are stored, so they are part of the 10 USD. Data out comes from reads.

q-2-5-4-2 = An EC2 instance reads 5 TB a month from a bucket in S3 Standard in its own Region. Which lines does that make on the bill of S3?
q-2-5-4-2-a = GET requests only
q-2-5-4-2-a-why = Data between S3 and EC2 in the same Region is free, and Standard has no retrieval fee.
q-2-5-4-2-b = GET requests and 5 TB of data out to the internet
q-2-5-4-2-b-why = The instance is inside AWS, in the same Region. That is not the internet.
q-2-5-4-2-c = GET requests and the retrieval of 5 TB
q-2-5-4-2-c-why = The IA and Glacier classes charge for retrieval. Standard does not.

q-2-5-4-3 = Sensors upload 10 million objects of 2 KB a month to S3 Standard in Seoul, together 20 GB. Which line of the first month is the longest?
q-2-5-4-3-a = Storage
q-2-5-4-3-a-why = 20 GB for a month cost about 0.50 USD.
q-2-5-4-3-b = Data in
q-2-5-4-3-b-why = Data that comes into S3 is free.
q-2-5-4-3-c = PUT requests
q-2-5-4-3-c-why = 10 million PUTs cost about 45 USD, ninety times the storage. Packing 1,000 readings into one object would save nearly all of it.

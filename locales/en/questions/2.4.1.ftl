### Check questions of section 2.4.1, storage classes.

q-2-4-1-1 = The 1,000 GB of photos in `photos-417` are all read three times a month. Standard-IA stores a GB for 0.0112 USD a month less than Standard and has a retrieval fee of 0.01 USD for each GB. Without the price of requests, which one is cheaper?
q-2-4-1-1-a = Standard-IA. Its storage price is about half, so it is cheaper even with many reads.
q-2-4-1-1-a-why = Storage saves 11.20 USD, but reading 3,000 GB costs 30.00 USD in retrieval fees. The storage price alone does not show that.
q-2-4-1-1-b = Standard. The retrieval fees are more than storage saves.
q-2-4-1-1-b-why = The retrieval fees of 30.00 USD are more than the 11.20 USD saved. At these prices the two cost the same at a little over one full read a month.
q-2-4-1-1-c = They cost the same. In both classes a read costs its request only.
q-2-4-1-1-c-why = Apart from the request, the IA classes charge for every GB that is taken out. That is the retrieval fee.

q-2-4-1-2 = The originals of some photos lie in Standard, thumbnails made from them in One Zone-IA. The Availability Zone that holds the thumbnails is destroyed. What happens?
q-2-4-1-2-a = Both are safe. S3 is designed for 99.999999999% durability in every class.
q-2-4-1-2-a-why = For One Zone-IA that figure holds only while its one zone is intact. If the zone is lost, its objects are lost.
q-2-4-1-2-b = The thumbnails cannot be read for a while, until S3 recovers them from another zone.
q-2-4-1-2-b-why = One Zone-IA keeps no copy in another zone, so there is nothing to recover from.
q-2-4-1-2-c = The thumbnails are lost, but they can be made again from the originals.
q-2-4-1-2-c-why = Standard keeps the originals in three or more zones. Data that can be made again, like these thumbnails, is what One Zone-IA is for.

q-2-4-1-3 = You upload 4 KB records to Standard-IA and delete them all after 10 days. How much storage is billed for each?
q-2-4-1-3-a = 4 KB for 10 days.
q-2-4-1-3-a-why = Standard-IA has a minimum size and a minimum duration. The bill counts more than the real size and the real days.
q-2-4-1-3-b = 4 KB for 30 days.
q-2-4-1-3-b-why = The days are right, but size has a minimum too: objects under 128 KB count as 128 KB.
q-2-4-1-3-c = 128 KB for 10 days.
q-2-4-1-3-c-why = The size is right, but time has a minimum too: after a delete on day 10 the other 20 days are billed.
q-2-4-1-3-d = 128 KB for 30 days.
q-2-4-1-3-d-why = Both minimums apply. Small objects that are soon deleted are better off in Standard.

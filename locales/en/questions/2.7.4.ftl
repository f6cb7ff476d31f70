### Check questions of section 2.7.4, gateway architecture.

q-2-7-4-1 = An office writes 80 GB to an S3 File Gateway in one hour each morning, and little later. The line carries 20 GB an hour; the disk has 500 GB. What do the users notice?
q-2-7-4-1-a = Each save takes as long as its upload.
q-2-7-4-1-a-why = A save is answered when the disk of the gateway has it. Nobody waits for the upload.
q-2-7-4-1-b = Nothing. The rest is uploaded in the hours after.
q-2-7-4-1-b-why = After that hour 60 GB wait on the disk, far from its 500. The line works them off in about three hours.
q-2-7-4-1-c = Files are lost, because the line cannot keep up.
q-2-7-4-1-c-why = They wait on the disk until they have been uploaded. Waiting is not losing.

q-2-7-4-2 = On another gateway the disk fills up every afternoon, and saving becomes slow. The line cannot be made wider. What helps?
q-2-7-4-2-a = A larger disk in the gateway
q-2-7-4-2-a-why = Then more can wait until the evening, and the night works it off.
q-2-7-4-2-b = A cheaper storage class in AWS
q-2-7-4-2-b-why = It changes the price of what has arrived. The jam is in front of the line.
q-2-7-4-2-c = A second bucket
q-2-7-4-2-c-why = S3 takes far more than this line brings. Both buckets would wait for the same line.

q-2-7-4-3 = The firewall team asks what to open towards the internet for a gateway on premises. What do you answer?
q-2-7-4-3-a = NFS and SMB from AWS into the office, so that AWS can fetch the files
q-2-7-4-3-a-why = AWS fetches nothing from the office. These protocols stay on the local network.
q-2-7-4-3-b = All ports from the addresses of AWS
q-2-7-4-3-b-why = Nothing has to come in from the internet. The appliance opens the connection.
q-2-7-4-3-c = HTTPS from the appliance out to AWS
q-2-7-4-3-c-why = The appliance connects to AWS over HTTPS and sends encrypted.

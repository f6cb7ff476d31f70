### Check questions of section 2.7.6, Snow Family.

q-2-7-6-1 = 60 TB are to be in AWS in 30 days. The line has 1 Gbps, of which 80% can be used: 8.64 TB a day. What do you choose?
q-2-7-6-1-a = The line, with DataSync
q-2-7-6-1-a-why = It takes about a week. That is in time, and also sooner than a device of about ten days.
q-2-7-6-1-b = A device, because more than 10 TB never go over a line
q-2-7-6-1-b-why = It is not the amount alone that counts, but the amount and the width of the line.
q-2-7-6-1-c = Nothing. It cannot be done in 30 days.
q-2-7-6-1-c-why = 60 TB at 8.64 TB a day are seven days.

q-2-7-6-2 = A company that is new to AWS, in 2026, has 500 TB and a line of 100 Mbps. An old book says: order Snowball Edge devices. What do you say?
q-2-7-6-2-a = The book is right, but several devices are needed.
q-2-7-6-2-a-why = Snowball Edge has taken no new customers since November 2025.
q-2-7-6-2-b = Better order a Snowmobile, which takes more.
q-2-7-6-2-b-why = Snowmobile no longer exists.
q-2-7-6-2-c = The idea is right, the device is not: ask for Data Transfer Terminal or a partner.
q-2-7-6-2-c-why = Over this line it would take more than a year and a half, so the road it is. But new customers go it by other means today.

q-2-7-6-3 = A device takes ten days, whatever it carries. Your line is widened from 1 to 2 Gbps. From which amount on is the device the faster way?
q-2-7-6-3-a = From 43 TB on instead of 86
q-2-7-6-3-a-why = A wider line gets more done in ten days, not less. The point moves up.
q-2-7-6-3-b = From 173 TB on instead of 86
q-2-7-6-3-b-why = In the ten days of the device, the line now moves twice as much: 17.28 TB a day.
q-2-7-6-3-c = From 86 TB on, as before. The device has not become faster.
q-2-7-6-3-c-why = The device has not, but the line has. They meet where the line, too, needs ten days.

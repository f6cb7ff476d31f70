### Check questions of section 2.5.2, Transfer Acceleration.

q-2-5-2-1 = Two offices upload 50 GB a day to a bucket in Seoul. One is in Seoul, 5 ms away; one in Frankfurt, 250 ms away, with a line that is half empty. Who gains by Transfer Acceleration?
q-2-5-2-1-a = Both. The AWS network is faster for everybody.
q-2-5-2-1-a-why = From Seoul, answers come in 5 ms anyway. There is hardly any waiting to save.
q-2-5-2-1-b = Frankfurt
q-2-5-2-1-b-why = There the connection waits 250 ms for each answer, and the line stays half empty. An edge location near by answers sooner.
q-2-5-2-1-c = Seoul, because the Region is close
q-2-5-2-1-c-why = The closer the Region, the less there is to gain. And what is not faster is not charged.

q-2-5-2-2 = A team has enabled Transfer Acceleration on `photos-417`, but uploads from far away are as slow as before. The program sends to `photos-417.s3.ap-northeast-2.amazonaws.com`. What is missing?
q-2-5-2-2-a = A bucket in each Region with an edge location
q-2-5-2-2-a-why = One bucket is enough. The edge locations belong to AWS and pass data on to it.
q-2-5-2-2-b = A day of waiting until the edge locations have a copy of the bucket
q-2-5-2-2-b-why = No edge location holds data of the bucket. It passes on what it receives.
q-2-5-2-2-c = The other address, `photos-417.s3-accelerate.amazonaws.com`
q-2-5-2-2-c-why = The usual address leads directly to the Region. The switch on the bucket only makes the other one available.

q-2-5-2-3 = The data goes the same distance either way. Why can the way by the edge location be faster?
q-2-5-2-3-a = The client gets its answers sooner, so it sends on without long waits.
q-2-5-2-3-a-why = A connection may have only so much unanswered data on its way. The shorter the wait, the more it moves in a second.
q-2-5-2-3-b = The edge location compresses the data.
q-2-5-2-3-b-why = It passes the bytes on as they are. Fewer bytes are not the reason.
q-2-5-2-3-c = The edge location keeps the data and sends it at night.
q-2-5-2-3-c-why = Nothing is kept there. What arrives goes on to the Region at once.

### Check questions of section 2.4.3, why the Glacier classes.

q-2-4-3-1 = At 09:00 an auditor asks for a 2 GB record that lies in Deep Archive and wants it by 11:00. What do you answer?
q-2-4-3-1-a = With an expedited restore it is here within five minutes.
q-2-4-3-1-a-why = Deep Archive has no expedited retrieval. Even in Flexible Retrieval, five minutes hold only for objects under 250 MB.
q-2-4-3-1-b = For a high retrieval fee, a plain GET fetches it now.
q-2-4-3-1-b-why = Without a restore, S3 refuses the read with `InvalidObjectState`. Paying more does not help.
q-2-4-3-1-c = With a standard retrieval it is here within 12 hours, but 11:00 is not certain.
q-2-4-3-1-c-why = Standard is the fastest retrieval of Deep Archive and takes up to 12 hours. Records that may be needed in a hurry belong in another class.

q-2-4-3-2 = Hospital images are opened about once in half a year, but then the doctor needs them at once. Where do they cost least, at the same durability?
q-2-4-3-2-a = Glacier Instant Retrieval: read at once, and few reads mean few fees.
q-2-4-3-2-a-why = Storage costs little more than in Flexible Retrieval, and reads take milliseconds. The retrieval fee is high, but with one read in half a year it adds little.
q-2-4-3-2-b = Standard-IA: every Glacier class makes you wait for a restore.
q-2-4-3-2-b-why = Flexible Retrieval and Deep Archive make you wait. Instant Retrieval is read at once, and its storage is cheaper.
q-2-4-3-2-c = Flexible Retrieval: use an expedited retrieval whenever one is opened.
q-2-4-3-2-c-why = An expedited retrieval still takes 1–5 minutes, which is not at once.

q-2-4-3-3 = You restored an object of Flexible Retrieval for 7 days. What is its state a month later?
q-2-4-3-3-a = The restore moved it to Standard, so it can still be read at once.
q-2-4-3-3-a-why = A restore does not move an object. To keep it readable, copy it to another class while the temporary copy exists.
q-2-4-3-3-b = The original is there, the copy is gone; reading needs another restore.
q-2-4-3-3-b-why = A restore makes a temporary copy for the days you asked for. The original stayed in Flexible Retrieval all the time.
q-2-4-3-3-c = The object was deleted when the days of the restore were over.
q-2-4-3-3-c-why = Only the temporary copy goes. An object is deleted by a DELETE request or by an expiration rule.

### Check questions of section 2.4.2, Intelligent-Tiering.

q-2-4-2-1 = An 8 MB report in Intelligent-Tiering is read by nobody for 95 days, then once on day 95. In which tier is it on day 110?
q-2-4-2-1-a = Frequent Access. A read takes it to the top, and counting starts again.
q-2-4-2-1-a-why = One read is enough to return to Frequent Access. On day 110 only 15 days have passed since, fewer than 30.
q-2-4-2-1-b = Infrequent Access. Each read takes it up by one step.
q-2-4-2-1-b-why = It goes down step by step, but one read brings it back to Frequent Access.
q-2-4-2-1-c = Archive Instant Access. It was uploaded more than 90 days ago.
q-2-4-2-1-c-why = Days count from the last access, not from the upload. Moving by age is what lifecycle rules do.

q-2-4-2-2 = A checking program sends a HEAD request for every object each day; nobody reads any content. In which tier is a 1 MB object after 40 days?
q-2-4-2-2-a = Frequent Access. It is checked every day, so it stays.
q-2-4-2-2-a-why = HEAD does not read the content and does not count as access. Listing does not either.
q-2-4-2-2-b = Frequent Access. It stays, and each HEAD adds a retrieval fee.
q-2-4-2-2-b-why = HEAD does not count as access, so the object goes down. Intelligent-Tiering has no retrieval fee either: a HEAD costs its request only.
q-2-4-2-2-c = Infrequent Access. It went down one step on day 30.
q-2-4-2-2-c-why = HEAD does not count as access. Nobody has read the object for 30 days, so it goes down one step.

q-2-4-2-3 = You put two million icons of 20 KB each into Intelligent-Tiering and hardly read them for a year. How are they billed?
q-2-4-2-3-a = After 90 days, the low price of Archive Instant Access.
q-2-4-2-3-a-why = Objects under 128 KB are neither watched nor moved. They do not go down, however long nobody reads them.
q-2-4-2-3-b = The price of Frequent Access all the time, and no monitoring fee.
q-2-4-2-3-b-why = Small objects are not watched: no monitoring fee, and nothing saved. The cost is the same as in Standard.
q-2-4-2-3-c = Each object counted as 128 KB, about six times the price of Standard.
q-2-4-2-3-c-why = The IA classes and Glacier Instant Retrieval bill at least 128 KB. Intelligent-Tiering bills the real size.

### Check questions of section 2.3.4, access points.

q-2-3-4-1 = The policy of the access point `finance` allows a role to read. The role has no IAM policy, and the bucket policy neither names it nor passes the decision on. The role reads through `finance`. What happens?
q-2-3-4-1-a = It gets the object. The policy of an access point takes the place of the bucket policy.
q-2-3-4-1-a-why = It comes on top. Otherwise whoever can create access points could open a bucket past its policy.
q-2-3-4-1-b = It is refused. The bucket has not agreed.
q-2-3-4-1-b-why = Both must allow. Usually the bucket policy allows whatever comes through access points of its own account.
q-2-3-4-1-c = It gets objects whose keys begin with `finance/`, and no others.
q-2-3-4-1-c-why = The name of an access point limits nothing. Which keys it opens is in the policies.

q-2-3-4-2 = The bucket policy denies `s3:DeleteObject` to everybody. The policy of a new access point allows it to an administrator. He deletes through the access point. What happens?
q-2-3-4-2-a = He is refused. A Deny of the bucket holds at every access point.
q-2-3-4-2-a-why = The bucket is asked as well, and its Deny is stronger than any Allow. So one line can protect all doors.
q-2-3-4-2-b = The object is deleted. The access point has a policy of its own, and it allows this.
q-2-3-4-2-b-why = Access points are independent of each other, but not of the bucket behind them.
q-2-3-4-2-c = The object is deleted, if the access point is tied to a VPC.
q-2-3-4-2-c-why = That decides from which network somebody can come. It does not take a Deny away.

q-2-3-4-3 = 40 departments use one bucket. Each is to manage its own rights without touching those of others, and one must reach the data from its VPC only. What fits?
q-2-3-4-3-a = One bucket policy with a statement for each department
q-2-3-4-3-a-why = Then all of them change one text of at most 20 KB, and a slip in one line can harm the others.
q-2-3-4-3-b = A copy of the bucket for each department
q-2-3-4-3-b-why = The data would be stored and paid 40 times and would soon differ. The rights are to be apart, not the data.
q-2-3-4-3-c = An access point for each, one of them tied to its VPC
q-2-3-4-3-c-why = Each access point has its own policy, and it can be tied to a VPC when it is created. The data stays in one place.

### The words in the figures on access to S3 and on encryption.

## How a request is decided
figure-access-decision-yes = yes
figure-access-decision-no = no
figure-access-decision-refused = refused
figure-access-decision-where = Where an Allow must stand
figure-access-decision-same = same account
figure-access-decision-other = other account
figure-access-decision-nobody = not signed in
figure-access-decision-or = or
figure-access-decision-and = and
figure-access-decision-iam = IAM policy
figure-access-decision-bucket = bucket policy

## A statement, and the bucket with its objects
figure-policy-statement-effect = yes or no?
figure-policy-statement-principal = who?
figure-policy-statement-action = what?
figure-policy-statement-resource = on what?
figure-policy-statement-condition = when?

## Two by two settings
figure-block-public-new = new
figure-block-public-old = existing
figure-block-public-acl = ACL
figure-block-public-policy = Policy
figure-block-public-refused = answers 403
figure-block-public-ignored = is disregarded
figure-block-public-own = lets in the own account and AWS services only

## Access points
figure-access-points-points = access points
figure-access-points-policy = policy
figure-access-points-bucket-policy = bucket policy
figure-access-points-first = first check
figure-access-points-second = second check

## Who holds the key
figure-key-holders-you = You
figure-key-holders-client = client-side

# The new edition first: the old one is gone before versioning is on.
aws s3api put-object --bucket {bucket} --key page.html --body page.html
aws s3api put-bucket-versioning --bucket {bucket} --versioning-configuration Status=Enabled

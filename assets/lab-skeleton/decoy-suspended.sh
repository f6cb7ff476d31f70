# Versioning on for one change only.
aws s3api put-bucket-versioning --bucket {bucket} --versioning-configuration Status=Enabled
aws s3api put-object --bucket {bucket} --key page.html --body page.html
aws s3api put-bucket-versioning --bucket {bucket} --versioning-configuration Status=Suspended

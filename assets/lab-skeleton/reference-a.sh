# Versioning first, then the new edition.
aws s3api put-bucket-versioning --bucket {bucket} --versioning-configuration Status=Enabled
aws s3api put-object --bucket {bucket} --key page.html --body page.html

# Everything is copied once, and nobody does it again.
aws s3api put-bucket-versioning --bucket {bucket} --versioning-configuration Status=Enabled
aws s3api put-bucket-versioning --bucket {copy} --versioning-configuration Status=Enabled --region {region}
sim advance 16d
aws s3 sync s3://{bucket} s3://{copy} --region {region}
sim advance 4d
aws s3api delete-object --bucket {bucket} --key {folder}/water.csv
aws s3api delete-object --bucket {bucket} --key {folder}/daily/2026-01/15/00000000

### Check questions of section 2.3.3, Block Public Access.

q-2-3-3-1 = All four settings are on. You save a bucket policy that allows account 444455556666 to read. What happens?
q-2-3-3-1-a = S3 refuses to save it, because it lets in a stranger.
q-2-3-3-1-a-why = `BlockPublicPolicy` refuses public policies only. A policy that names an account is not public.
q-2-3-3-1-b = It is saved, but the other account is shut out as long as the settings are on.
q-2-3-3-1-b-why = `RestrictPublicBuckets` acts only if the policy is public. Here everybody who is let in is named.
q-2-3-3-1-c = It is saved, and that account can give its users the right to read.
q-2-3-3-1-c-why = The settings act on what is public. A named account is not, so the policy works as usual.

q-2-3-3-2 = `site-417` has had a public policy for years. Now `BlockPublicPolicy` is switched on, and only that. A visitor who has not signed in reads an object. What happens?
q-2-3-3-2-a = He gets it. The setting refuses new public policies only.
q-2-3-3-2-a-why = The policy that is there keeps its effect. `RestrictPublicBuckets` would take it away.
q-2-3-3-2-b = He is refused, because the policy is public.
q-2-3-3-2-b-why = That is what `RestrictPublicBuckets` does. `BlockPublicPolicy` acts when a policy is saved.
q-2-3-3-2-c = He is refused, because S3 has deleted the policy.
q-2-3-3-2-c-why = None of the settings deletes anything. Switch them off and everything is as before.

q-2-3-3-3 = The four settings are on for the account and off for the bucket `site-417`, whose policy is public. A web page on another server shows a picture from it; the visitor has not signed in. What happens?
q-2-3-3-3-a = The picture shows. The setting of the bucket is the closer one, so it counts.
q-2-3-3-3-a-why = No level is put aside by another. The stricter setting counts, here that of the account.
q-2-3-3-3-b = The picture does not show. The settings of the account are stricter, so they count.
q-2-3-3-3-b-why = One level on which a setting is on is enough. So a bucket cannot be opened by mistake.
q-2-3-3-3-c = It does not show, but a CORS rule of the bucket for that page would let it through.
q-2-3-3-3-c-why = CORS is a rule for browsers about pages from elsewhere. It gives nobody a right in S3.

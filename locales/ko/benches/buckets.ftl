### 2.2절의 버킷 실험대: 버킷과 객체, 이름, URL, 다섯 쓰임새.

panel-buckets = 버킷과 객체
buckets-start-empty = 첫 버킷
buckets-start-website = 웹 사이트
buckets-start-data-lake = 데이터 레이크
buckets-start-media = 미디어
buckets-start-backup = 백업
buckets-start-archive = 보관
buckets-start-names = 이름

## 장면: 첫 버킷
buckets-beat-first-question = 객체마다 URL이 있어요. URL을 아는 사람은 누구나 객체를 열 수 있을까요?
buckets-beat-first-make = 서울 리전에 버킷을 만들고 사진을 올려요. { $told }
buckets-beat-first-open = 예측해 보세요. 로그인하지 않은 사람이 이 사진의 URL을 열면 어떤 응답이 올까요?
buckets-predict-first-open-open = 200, 보여요
buckets-predict-first-open-denied = 403, 거부돼요
buckets-predict-first-open-missing = 404, 없어요
buckets-beat-first-get = 서명 없이 URL을 열어요. { $told }
buckets-beat-first-owner = 이번에는 버킷 소유자가 서명해서 읽어요. { $told }
buckets-beat-first-why = URL은 주소일 뿐 권한이 아니에요. 새 버킷은 퍼블릭 액세스 차단이 켜져 있고, 누구나 읽게 하는 정책도 없어요. 정책은 2.3절에서 다뤄요.
buckets-note-first-question = 링크만 알면 누구나 보는 공유 문서를 써 봤는지 물어보세요.
buckets-note-first-make = URL의 네 조각을 하나씩 짚어 주세요. 리전은 호스트 이름에 있어요.
buckets-note-first-open = 손 든 사람을 세고, 200과 404를 고른 까닭을 물어보세요.
buckets-note-first-get = 상태 코드와 규칙을 소리 내어 읽어 주세요.
buckets-note-first-owner = 주소는 그대로이고 서명만 달라요.
buckets-note-first-why = 없는 키의 URL도 열어 보세요. 목록을 볼 권한이 없으면 그때도 403이에요.

## 장면: 이름
buckets-beat-names-question = 다른 계정이 photos-417이라는 버킷을 이미 만들었어요. 내 계정에는 버킷이 없어요. 어떤 이름을 쓸 수 있을까요?
buckets-beat-names = 예측해 보세요. 다음 가운데 AWS가 받아 줄 이름은 무엇일까요?
buckets-predict-names-capital = Photos-417
buckets-predict-names-underscore = photos_417
buckets-predict-names-short = photos-417
buckets-predict-names-long = photos-417-kr
buckets-beat-names-taken = 먼저 photos-417을 만들어 봐요. { $told }
buckets-beat-names-free = 이번에는 photos-417-kr을 만들고 보고서를 올려요. { $told }
buckets-beat-names-delete = 예측해 보세요. 보고서가 들어 있는 버킷을 삭제하면 어떻게 될까요?
buckets-predict-names-delete-gone = 객체까지 함께 사라져요
buckets-predict-names-delete-refused = 거부돼요
buckets-beat-names-delete-act = 버킷을 삭제해 봐요. { $told }
buckets-beat-names-why = 이름은 규칙에 맞아야 하고, 모든 계정을 통틀어 하나뿐이어야 해요. URL의 호스트 이름이 되기 때문이에요. 버킷은 비어 있어야 삭제돼요.
buckets-note-names-question = 버킷 이름이 왜 전 세계에서 하나뿐이어야 하는지 물어보세요. 답은 URL에 있어요.
buckets-note-names = 이름 넷을 양식에 하나씩 넣어 규칙에 맞는지 먼저 보여 줘도 좋아요.
buckets-note-names-taken = 규칙에 맞는 이름인데 거부됐어요. 다른 계정이 쓰는 이름인지는 만들어 봐야 알아요.
buckets-note-names-free = 회사나 팀의 이름을 넣으면 잘 겹치지 않아요.
buckets-note-names-delete = 손 든 사람을 세어 보세요. 폴더를 통째로 지우던 습관이 답에 드러나요.
buckets-note-names-delete-act = 객체를 먼저 삭제하고 다시 해 보세요.
buckets-note-names-why = 대문자, 밑줄, IP 주소처럼 생긴 이름도 넣어 보세요.

## 장면: 데이터 레이크
buckets-beat-lake-question = 데이터 레이크는 원본과 다듬은 데이터를 접두사로 나눠 둬요. raw/sales/에는 석 달 치 판매 기록이 있어요. 폴더처럼 보이는 이것을 삭제하면 어떻게 될까요?
buckets-beat-lake = 예측해 보세요. 키 raw/sales/를 삭제하면 그 아래의 파일은 어떻게 될까요?
buckets-predict-lake-gone = 모두 사라져요
buckets-predict-lake-same = 그대로 있어요
buckets-predict-lake-refused = 비어 있지 않아서 거부돼요
buckets-beat-lake-delete = 키 raw/sales/ 하나만 삭제해요. { $told }
buckets-beat-lake-list = { $prefix } 아래에 객체가 { $n }개 있어요.
buckets-beat-lake-why = 폴더는 없어요. raw/sales/는 여러 키의 같은 앞부분일 뿐이에요. 이 키의 객체가 없어서 지울 것도 없는데, 삭제 요청은 성공해요.
buckets-note-lake-question = 점선으로 그린 폴더를 짚어 주세요. 목록이 키를 묶어 보여 줄 뿐이에요.
buckets-note-lake = 손 든 사람을 세고, 파일 시스템과 비교해 보세요.
buckets-note-lake-delete = 없는 키를 삭제해도 성공이에요. 삭제는 몇 번을 요청해도 결과가 같아요.
buckets-note-lake-list = 객체 수를 함께 세어 보세요.
buckets-note-lake-why = 터미널에서 aws s3 rm s3://lake-417/raw/sales/ --recursive를 해 보세요. CLI가 키마다 삭제를 요청해요.

## 장면: 웹 사이트
buckets-beat-site-question = 웹 페이지도 객체예요. 브라우저는 Content-Type을 보고 페이지로 보여 줄지 파일로 내려받을지 정해요. 이 값은 누가 정할까요?
buckets-beat-site = 예측해 보세요. 유형을 적지 않고 put-object로 about.html을 올리면 어떤 Content-Type이 저장될까요?
buckets-predict-site-html = text/html, 확장자를 보고 정해요
buckets-predict-site-binary = binary/octet-stream, 짐작하지 않아요
buckets-beat-site-put = 유형을 적지 않고 about.html을 올려요. { $told }
buckets-beat-site-head = { $key }의 Content-Type은 { $type }이에요.
buckets-beat-no-page = 버킷에 { $key }{ JOSA($key, "이/가") } 없어요.
buckets-beat-site-why = Content-Type은 올리는 쪽이 적는 메타데이터예요. aws s3 cp는 확장자를 보고 대신 적어 줘요. 웹 사이트 엔드포인트와 CloudFront는 이 실험대에서 다루지 않아요.
buckets-note-site-question = index.html의 유형과 cat.jpg의 유형을 먼저 보여 주세요.
buckets-note-site = 손 든 사람을 세어 보세요. 웹 서버를 다뤄 본 사람은 첫 번째를 골라요.
buckets-note-site-put = 요청에 적힌 것만 저장된다는 점을 짚어 주세요.
buckets-note-site-head = 브라우저가 이 페이지를 받으면 내려받기 창이 떠요.
buckets-note-site-why = 요즘은 버킷을 비공개로 두고 CloudFront만 들여보내요. 뒤에서 다뤄요.

## 장면: 미디어
buckets-beat-media-question = 48 MB 영상을 보던 사람이 한가운데로 건너뛰었어요. 재생기는 영상을 처음부터 다 받아야 할까요?
buckets-beat-media = 예측해 보세요. 재생기가 가운데 1 MB만 요청하면 무엇이 올까요?
buckets-predict-media-whole = 객체는 통째로만 와요
buckets-predict-media-part = 그 1 MB만 와요
buckets-predict-media-refused = 거부돼요
buckets-beat-media-get = 가운데 1 MB만 요청해요. { $told }
buckets-beat-media-seen = 마지막 요청과 응답을 보세요. { $told }
buckets-beat-media-why = GET에 Range를 적으면 객체의 한 부분만 읽어요. 하지만 쓸 때는 늘 객체를 통째로 써요. 시청자 가까이에서 이 요청을 대신 받는 CloudFront는 뒤에서 다뤄요.
buckets-note-media-question = 동영상을 보다가 건너뛴 적이 있는지 물어보세요.
buckets-note-media = 손 든 사람을 세어 보세요.
buckets-note-media-get = 상태 코드 206은 일부만 보냈다는 뜻이에요.
buckets-note-media-seen = 요청한 범위가 몇 바이트인지 함께 세어 보세요. 처음과 끝을 모두 포함해요.
buckets-note-media-why = 제자리에서 1 MB만 고칠 방법은 없다는 점을 짚어 주세요.

## 장면: 백업
buckets-beat-backup-question = 데이터베이스를 밤마다 같은 키 nightly/db.tar로 백업해요. 사흘 뒤, 첫날의 백업으로 돌아갈 수 있을까요?
buckets-beat-backup = 예측해 보세요. 같은 키로 세 번 올리면 꺼낼 수 있는 백업은 몇 개일까요?
buckets-predict-backup-all = 3개, 밤마다 하나씩
buckets-predict-backup-last = 1개, 마지막 것만
buckets-predict-backup-refused = 두 번째부터 거부돼요
buckets-beat-backup-nights = 사흘 밤 동안 같은 키로 올려요. { $told }
buckets-beat-backup-left = { $key }에서 꺼낼 수 있는 백업은 { $n }개예요.
buckets-beat-backup-why = 같은 키에 쓰면 앞의 객체를 덮어써요. 날짜를 키에 넣거나 버전 관리를 켜면 지난 백업이 남아요. 버전 관리는 2.4.4절에서 다뤄요.
buckets-note-backup-question = weekly/에는 날짜가 든 키가 있어요. 둘을 비교해 보세요.
buckets-note-backup = 손 든 사람을 세어 보세요. 덮어쓴다고 알려 주는 창은 없어요.
buckets-note-backup-nights = 요청이 모두 성공했다는 점을 짚어 주세요.
buckets-note-backup-left = 목록의 날짜를 보세요. 마지막 밤의 백업이에요.
buckets-note-backup-why = 버전 관리를 켜고 처음부터 다시 해 보세요.

## 장면: 보관
buckets-beat-archive-question = 7년 된 계약서를 DEEP_ARCHIVE에 보관해 왔어요. 오늘 감사인이 계약서를 보여 달라고 해요. 바로 열 수 있을까요?
buckets-beat-archive = 예측해 보세요. DEEP_ARCHIVE의 객체에 GET을 보내면 어떤 응답이 올까요?
buckets-predict-archive-now = 200, 바로 읽혀요
buckets-predict-archive-refused = 403, 지금은 못 읽어요
buckets-predict-archive-missing = 404, 목록에서 빠져 있어요
buckets-beat-archive-get = 계약서를 읽어 봐요. { $told }
buckets-beat-archive-restore = 표준 검색으로 복원을 요청하고 12시간을 기다린 다음 다시 읽어요. { $told }
buckets-beat-archive-why = 보관 클래스는 싼 대신 꺼내는 데 시간이 걸려요. 복원하면 정한 날수만큼 읽을 수 있는 임시 사본이 생겨요. 바로 읽어야 하면 GLACIER_IR을 써요.
buckets-note-archive-question = 세 계약서의 클래스를 하나씩 짚어 주세요.
buckets-note-archive = 손 든 사람을 세어 보세요. 목록에 보인다고 읽을 수 있는 것은 아니에요.
buckets-note-archive-get = 권한이 없어서가 아니라 객체의 상태 때문에 거부됐어요.
buckets-note-archive-restore = 시계를 보세요. 12시간이 흘렀어요.
buckets-note-archive-why = 2025년 계약서도 읽어 보세요. 같은 보관인데 바로 읽혀요.

## 조절 값
buckets-create = 버킷 만들기
buckets-upload = 올리기
buckets-offered = 이름으로 { $name } 쓰기
buckets-name = 이름
buckets-region = 리전
buckets-create-do = 만들기
buckets-file = 견본 파일
buckets-key = 키
buckets-type = Content-Type
buckets-class = 클래스
buckets-metadata = 메타데이터
buckets-tags = 태그
buckets-metadata-hint = camera=phone
buckets-tags-hint = project=demo
buckets-none = 없음
buckets-upload-do = 파일 올리기
buckets-upload-where = 버킷을 만들거나 골라야 올릴 수 있어요.

## 이름 규칙
buckets-name-fits = 이름 규칙에 모두 맞아요.
buckets-name-taken = 다른 계정이 쓰는 이름인지는 만들어 봐야 알아요.
buckets-rule-length = 이름은 3~63자여야 해요.
buckets-rule-letters = 이름에는 소문자, 숫자, 점, 하이픈만 써요.
buckets-rule-edges = 이름의 처음과 끝은 소문자나 숫자여야 해요.
buckets-rule-dots = 점을 잇달아 쓸 수 없어요.
buckets-rule-ipv4 = IP 주소처럼 생긴 이름은 쓸 수 없어요.
buckets-rule-prefix = xn--, sthree-, amzn-s3-demo-로 시작하는 이름은 AWS만 써요.
buckets-rule-suffix = -s3alias, --ol-s3, .mrap, --x-s3, --table-s3로 끝나는 이름은 AWS만 써요.
buckets-rule-namespace = 끝의 -an은 계정 번호와 리전을 넣은 이름에만 써요.

## 브라우저
buckets-all = 내 버킷
buckets-no-bucket = 내 계정에는 아직 버킷이 없어요. 왼쪽에서 만들어 보세요.
buckets-bucket-note = { $region }, 객체 { $n }개, { $bytes }
buckets-empty = 여기에는 객체가 없어요.
buckets-only-prefix = 접두사예요. 폴더처럼 보일 뿐이에요.
buckets-object-note = { $bytes }, { $class }, ETag { $etag }…
buckets-cut = 처음 { $n }개까지만 보여요.
buckets-delete-bucket = 버킷 { $bucket } 삭제
buckets-delete-object = 객체 { $key } 삭제
buckets-list-hint = 이 목록을 받아 오는 요청이에요. 다음 구분 기호 /까지 같은 키는 접두사 하나로 묶여 와요.

## URL
buckets-url = URL
buckets-form-virtual = 현재 형식
buckets-form-path = 옛 경로 형식
buckets-form-global = 옛 글로벌 형식
buckets-note-virtual = 버킷 이름이 호스트 이름의 맨 앞에 와요. 그래서 이름이 모든 계정을 통틀어 하나뿐이어야 해요.
buckets-note-dots = 이름에 점이 있으면 HTTPS 인증서(*.s3…)와 호스트 이름이 맞지 않아요. 점이 없는 이름이 나아요.
buckets-note-path = 버킷이 경로에 있는 옛 형식이에요. 아직 통하지만 새로 쓸 까닭은 없어요.
buckets-note-global = us-east-1에서 온 옛 형식이에요. 리전이 없어서, 다른 리전의 버킷이면 요청이 리디렉션되기도 해요.
buckets-url-none = 아직 내 버킷이 아니에요. 버킷을 만들면 이 주소를 써요.
buckets-part-scheme = 스킴
buckets-part-bucket = 버킷
buckets-part-host = 서비스와 리전
buckets-part-key = 키
buckets-open = 서명 없이 열기
buckets-open-hint = 로그인하지 않은 사람처럼 GET을 보내요(--no-sign-request). 응답은 모델이 정해요.
buckets-copy-url = URL 복사
buckets-not-opened = 아직 아무도 서명 없이 열어 보지 않았어요.
buckets-no-object = 객체를 고르면 여기에 보여요.

## 객체
buckets-object = 객체
buckets-no-such-object = 이 키에는 지금 객체가 없어요.
buckets-size = 크기
buckets-exact = { $short } ({ $exact }바이트)
buckets-type-hint = 올리는 쪽이 적는 값이에요. 목록에는 없고 HEAD로 알 수 있어요.
buckets-metadata-note = 객체와 함께 저장돼요. 바꾸려면 객체를 같은 키로 다시 복사해야 해요.
buckets-tags-note = 10개까지 붙이고, 나중에도 바꿀 수 있어요.
buckets-etag-note = 계산 방법: 한 번에 올린 객체라면 내용의 MD5예요.
buckets-checksum = 체크섬
buckets-checksum-note = 계산 방법: S3가 내용으로 계산해 객체와 함께 저장한 값이에요.
buckets-version = 버전 ID
buckets-read = 서명해서 받기
buckets-answer = 응답

## 일어난 일
buckets-happened = 일어난 일
buckets-nothing-yet = 아직 보낸 요청이 없어요.
buckets-did-create = 버킷 { $bucket }{ JOSA($bucket, "을/를") } 만들었어요.
buckets-did-create-other = 다른 계정이 버킷 { $bucket }{ JOSA($bucket, "을/를") } 만들었어요.
buckets-did-put = { $key }{ JOSA($key, "을/를") } 올렸어요.
buckets-did-get = 서명한 요청으로 { $key }{ JOSA($key, "을/를") } 받았어요.
buckets-did-get-range = { $key }의 { $range } 바이트만 받았어요(206).
buckets-did-get-nobody = 서명 없는 요청으로 { $key }{ JOSA($key, "을/를") } 받았어요.
buckets-did-delete = 키 { $key } 삭제 요청이 성공했어요.
buckets-did-delete-bucket = 버킷 { $bucket }{ JOSA($bucket, "을/를") } 삭제했어요.
buckets-did-restore = { $key } 복원을 요청했어요.
buckets-did-list = 버킷 { $bucket }의 목록을 받았어요.
buckets-did-head = { $key }의 메타데이터를 받았어요.
buckets-did-other = { $operation } 요청이 성공했어요.
buckets-refused-here = 명령을 AWS로 보내지 못했어요.
buckets-refused-create = 버킷 { $bucket }{ JOSA($bucket, "을/를") } 만들지 못했어요.
buckets-refused-delete = 버킷 { $bucket }{ JOSA($bucket, "을/를") } 삭제하지 못했어요.
buckets-refused-nobody = 서명 없는 요청으로는 { $key }{ JOSA($key, "을/를") } 받지 못했어요.
buckets-refused-get = { $key }{ JOSA($key, "을/를") } 받지 못했어요.
buckets-refused-other = AWS가 { $operation } 요청을 거부했어요.
buckets-why-exists = 다른 계정이 이미 쓰는 이름이에요. 버킷 이름은 모든 계정을 통틀어 하나뿐이에요. 다른 이름을 고르면 돼요.
buckets-why-owned = 내 계정에 이미 있는 버킷이에요. 그 버킷을 쓰거나 다른 이름을 고르면 돼요.
buckets-why-not-empty = 버킷에 객체가 { $n }개 있어요. 빈 버킷만 삭제돼요. 객체를 먼저 삭제하면 돼요.
buckets-why-unsigned = 누구나 읽게 하는 정책이 없어요. 버킷 소유자가 서명하거나 정책으로 허용하면 돼요.
buckets-why-denied = 다른 계정의 버킷인데 내 계정을 허용하는 정책이 없어요. 버킷 소유자가 정책으로 허용하면 돼요.
buckets-why-no-bucket = 그런 이름의 버킷이 없어요. 이름을 확인하거나 버킷을 만들면 돼요.
buckets-why-no-key = 그 키의 객체가 없어요. 키는 대소문자까지 같아야 해요.
buckets-why-archived = 객체가 { $class }에 있어요. 보관 클래스의 객체는 복원해야 읽혀요. restore-object를 보내고 기다리면 돼요.
buckets-why-location = 요청을 받은 리전과 LocationConstraint가 달라요. 같은 리전을 적고, us-east-1이면 비워 두면 돼요.
buckets-why-metadata = 메타데이터는 이름과 값을 더해 2 KB까지예요. 줄이면 돼요.
buckets-why-key = 키는 UTF-8로 1,024바이트까지예요. 줄이면 돼요.
buckets-why-params = AWS에 보내기 전에 CLI가 값의 형식을 보고 막았어요. 이름과 키가 비어 있거나 쓸 수 없는 글자가 들어 있지 않은지 확인하면 돼요.
buckets-more = 추가 항목
buckets-object-short = { $bytes }, { $class }
buckets-part = 마지막 GET은 { $whole } 가운데 { $part }만 읽었어요.
buckets-own-path = 내 파일
buckets-own-pick = 파일 고르기…
buckets-own-take = 이 경로의 파일 쓰기
buckets-own-file = { $name } 올리기 ({ $size })

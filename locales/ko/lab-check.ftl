### 실습을 쓰고, 증명하고, 채점하는 사람에게 `skylab lab`이 하는 말.

## 명령
lab-usage = 사용법:
    skylab lab new DIR
    skylab lab check DIR|FILE [--seal] [--lang ko|en]
    skylab lab run LAB SCRIPT [--mode walkthrough|challenge] [--seed N] [--save FILE] [--lang ko|en]
    skylab lab grade LAB SAVE|FOLDER … [--csv] [--out FILE] [--lang ko|en]
    LAB은 폴더, 그 안의 lab.ron, 또는 Skylab에 들어 있는 실습의 ID예요.
lab-bar = { $all }개 가운데 { $n }개
lab-check-good = { $id } 실습을 증명했어요. 과제 { $tasks }개, 참고 풀이 { $references }개, 오답 { $decoys }개를 방식마다 시드 { $seeds }개로 돌려 보았어요.
lab-check-bad = 고칠 곳이 { $n }군데 있어요.
lab-check-sealed = 봉인이 온전해요. 증명한 뒤로 바뀐 숫자가 없어요.
lab-check-no-seal = 봉인이 없어요. --seal을 붙이면 숫자를 적어 두어서, 받는 사람이 숫자가 바뀌었는지 알 수 있어요.
lab-new-done = { $folder }에 잘 돌아가는 실습을 만들었어요. 이야기와 성공 기준을 바꾼 뒤 확인해요: skylab lab check { $folder }
lab-new-not-empty = { $folder } 폴더가 비어 있지 않아요. 아직 없는 폴더 이름을 적어요.
lab-task-met = [x] { $title } ({ $points }점)
lab-task-failed = [ ] { $title } ({ $points }점)
lab-points = 100점 가운데 { $points }점

## 폴더
pack-no-folder = 그런 폴더가 없어요.
pack-link = 다른 곳을 가리킬 수 있는 링크예요. 링크 대신 파일을 복사해 넣어요.
pack-no-file = 파일도 폴더도 아니에요.
pack-too-large = 실습에 넣기에는 너무 큰 파일이에요.
pack-too-much = 파일을 모두 합치면 실습에 넣기에 너무 커요.
pack-too-many = 실습에 넣기에는 파일이 너무 많아요.
pack-too-deep = 폴더가 너무 여러 겹이에요.
pack-unreadable = 읽을 수 없어요: { $what }

## lab.ron 읽기
lab-no-file = lab.ron이 없어요. 폴더는 lab.ron이 있어야 실습이 돼요.
lab-too-large = 파일이 { $max }KB보다 커요.
lab-not-text = UTF-8 글이 아니에요.
lab-other-format = 형식이 { $found }인데, 이 Skylab은 형식 { $known }만 읽어요.
lab-too-deep = 값이 { $max }겹보다 깊이 겹쳐 있어요.
lab-unreadable = 읽을 수 없어요: { $what }
lab-check-later = 성공 기준 `{ $check }`의 자리는 형식에 있지만, Skylab이 아직 확인하지 못해요.
lab-too-many-vars = 변수는 { $max }개까지 둘 수 있어요.
lab-var-name = `{ $name }`{ JOSA($name, "은/는") } 변수 이름이 될 수 없어요. 영어 소문자 낱말로 적어요.
lab-var-empty = 변수 `{ $name }`에 고를 것이 없어요.
lab-var-too-large = 변수 `{ $name }`에서 나올 수 있는 글이 { $max }개보다 많아요.
lab-var-range = 변수 `{ $name }`의 `{ $entry }`에 잘못된 범위가 있어요. 첫 숫자와 끝 숫자 사이에 점 두 개를 넣고 중괄호로 감싸요.
lab-var-beside = 변수 `{ $name }`{ JOSA($name, "은/는") } `{ $other }`{ JOSA($other, "과/와") } 짝을 이루니 값의 개수가 같아야 해요.

## 준비와 실행
lab-setup-failed = `{ $line }`에서 준비가 실패했어요: { $what }
lab-step-failed = 단계가 실패했어요: { $what } ({ $line })
lab-step-not-refused = 단계가 { $code }{ JOSA($code, "으로/로") } 거부되어야 하는데 응답이 왔어요({ $line }).
lab-script-too-long = 스크립트는 { $max }단계까지 쓸 수 있어요.
lab-halted = 시계가 멈췄어요: { $why }

## 짜임새
lint-too-many = 항목이 { $n }개예요. { $max }개까지 둘 수 있어요.
lint-too-many-checks = 성공 기준이 { $n }개예요. { $max }개까지 둘 수 있어요.
lint-no-section = 과정에 { $section }절이 없어요.
lint-no-tasks = 과제가 없어요.
lint-twice = `{ $id }`{ JOSA($id, "이/가") } 두 번 나와요.
lint-no-seeds = 증명에 쓸 시드 수를 적어요: seeds: 5.
lint-no-references = 모든 과제를 해내는 스크립트를 하나 이상 적어요.
lint-no-decoys = 실패하는 스크립트를 하나 이상, 실패할 과제와 함께 적어요.
lint-no-withhold = 이 실습이 가르치는 것을 적어야 빼고 돌려 볼 수 있어요: withhold: ["s3:PutBucketVersioning"].
lint-id = `{ $id }`{ JOSA($id, "은/는") } ID가 될 수 없어요. 영어 소문자 낱말을 줄표로 이어 { $max }자 안으로 적어요.
lint-points = 과제의 점수를 모두 더하면 100이어야 하는데 { $sum }이에요.
lint-no-points = 과제 `{ $id }`에 점수가 없어요.
lint-checkpoint = 저장 지점 `{ $id }`에는 `at`과 `when` 가운데 하나만 있어야 해요.
lint-length = `{ $text }`{ JOSA($text, "은/는") } 시간의 길이가 아니에요. 30d, 12h, 84 months처럼 적어요.
lint-no-time = 길이가 0인 시간은 쓸 수 없어요.
lint-too-long = `{ $text }`{ JOSA($text, "은/는") } 실습 시간({ $limit })보다 길어요.
lint-amount = 이 자리에 맞는 숫자이거나, 숫자를 뜻하는 변수여야 해요.
lint-no-service = { $service } 서비스는 Skylab이 다루지 않아요.
lint-no-operation = { $call }{ JOSA($call, "은/는") } Skylab이 다루지 않아요. s3:PutObject 또는 s3:PutObject --storage-class처럼 적어요.
lint-no-task = 과제 `{ $task }`{ JOSA($task, "이/가") } 없어요.
lint-no-script = { $script } 파일이 없어요.
lint-stray-script = { $script } 파일이 참고 풀이에도 오답에도 없어요. 증명에 적거나 파일을 지워요.
lint-query-wants-one = query에는 `is`, `at_least`, `at_most`, `has` 가운데 꼭 하나만 적어요.
lint-no-read = `{ $call }`{ JOSA($call, "은/는") } 읽기가 아니에요. 성공 기준은 보기만 해요.
lint-no-call = `{ $call }`{ JOSA($call, "은/는") } `aws` 명령이 아니에요.
lint-jmespath = JMESPath가 아니에요: { $what }
lint-empty = 비어 있어요.
lint-no-checks = 확인할 것이 들어 있지 않아요.
lint-no-var = `{ $name }`{ JOSA($name, "이라는/라는") } 변수가 없어요.
lint-unused-var = 변수 `{ $name }`{ JOSA($name, "을/를") } 쓰는 곳이 없어요.
lint-no-walkthrough = 따라 하기가 없어요. 단계를 하나 이상 적어요.
lint-no-language = `{ $lang }` 글이 없어요. 실습은 한국어와 영어로 말해야 해요.
lint-text-too-large = 파일이 { $max }KB보다 커요.
lint-text-broken = 읽을 수 없어요: { $what }
lint-text-missing = 글 `{ $key }`{ JOSA($key, "이/가") } 없어요.
lint-text-stray = 글 `{ $key }`에 맞는 것이 lab.ron에 없어요.
lint-text-twice = 글 `{ $key }`{ JOSA($key, "이/가") } 두 번 나와요.
lint-text-var = 글 `{ $key }`에 없는 변수 `{ $name }`{ JOSA($name, "이/가") } 나와요.
lint-text-empty = 글 `{ $key }`{ JOSA($key, "이/가") } 비어 있어요.
lint-hint-answers = 첫 힌트 `{ $key }`에 벌써 답이 나와요: `{ $answer }`.
lint-number-in-text = 글 `{ $key }`에 실습의 숫자 { $number }{ JOSA($number, "이/가") } 그대로 나와요. 변수로 적어요.

## 봉인
seal-other-number = 지금은 { $found }인데 증명할 때는 { $sealed }{ JOSA($sealed, "이었/였") }어요. 일부러 바꾸었다면 --seal로 다시 증명해요.
seal-number-gone = 증명할 때 여기 있던 숫자 { $sealed }{ JOSA($sealed, "이/가") } 없어요. 일부러 뺐다면 --seal로 다시 증명해요.
seal-without = { $file } 파일은 증명한 뒤에 생겼어요. 일부러 넣었다면 --seal로 다시 증명해요.
seal-gone = 증명할 때 있던 { $file } 파일이 없어요. 일부러 뺐다면 --seal로 다시 증명해요.
seal-unreadable = 봉인이 아니에요. --seal로 다시 증명해요.

## 증명
proof-mode-walkthrough = 따라 하기
proof-mode-challenge = 도전
proof-decoy-failed = { $script }{ JOSA($script, "은/는") } 예상대로 `{ $task }`에서 실패했어요. { $expected } { $seen }
proof-decoy-passes = { $script }{ JOSA($script, "은/는") } `{ $task }`에서 실패해야 하는데 모두 통과했어요({ $mode }, 시드 { $seed }). { $expected } { $seen }
proof-decoy-fails-other = { $script }{ JOSA($script, "은/는") } `{ $task }`에서 실패해야 하는데 `{ $other }`에서 실패했어요({ $mode }, 시드 { $seed }). { $expected } { $seen }
proof-reference-fails = { $script }{ JOSA($script, "은/는") } `{ $task }`{ JOSA($task, "을/를") } 해내지 못해요({ $mode }, 시드 { $seed }). { $expected } { $seen }
proof-too-slow = { $script }{ JOSA($script, "은/는") } { $over }에 끝나는데, 실습은 { $end }에 끝나요({ $mode }, 시드 { $seed }).
proof-too-dear = { $script }의 비용은 { $paid }예요. 실습이 쓸 수 있는 것보다 많아요({ $mode }, 시드 { $seed }).
proof-met-before = 아무것도 하기 전에 과제 `{ $task }`{ JOSA($task, "이/가") } 벌써 끝나 있어요({ $mode }, 시드 { $seed }). { $expected } { $seen }
proof-untouched-passes = 아무것도 하지 않아도 통과해요({ $mode }, 시드 { $seed }).
proof-passes-without = 가르치는 것을 거부해도 { $script }{ JOSA($script, "이/가") } 통과해요({ $mode }, 시드 { $seed }). 그것 없이도 통과할 수 있는 실습이에요.
proof-task-discerns-nothing = 과제 `{ $task }`에서는 아무것도 실패하지 않아요. 가만히 있어도, 오답도 모두 해내요. 이 과제에서 실패하는 오답을 더해요.
proof-undecided = 단계 `{ $step }`의 예측에 맞는 답이 없거나 여럿이에요({ $mode }, 시드 { $seed }).
proof-unreached = 따라 하기가 저장 지점 `{ $id }`에 이르지 못해요({ $mode }, 시드 { $seed }).

## 결과표
card-learner = 학습자
card-mode = 방식
card-seed = 시드
card-hints = 본 힌트
card-paid = 요금
card-met = 해냄
card-open = 못 해냄
card-after = { $span } 뒤
card-points = { $points }점

## 채점
grade-file = 파일
grade-points = 점수
grade-flags = 살펴볼 점
grade-stopped = 멈췄어요. 아무것도 쓰지 않았어요.
grade-no-save = 저장한 시도가 아니에요: { $what }
grade-newer = 더 새로운 Skylab이 저장했어요(버전 { $version }).
grade-other-lab = 다른 실습의 시도예요: { $lab }.
grade-edited = 고친 파일이에요. 해시가 실행한 내용과 맞지 않아요.
grade-lab-changed = 내용이 다른 판의 실습으로 했어요.
grade-no-run = 실행한 내용을 다시 할 수 없어요: { $what }
grade-other-points = 파일에는 { $said }점인데, 지금 채점하면 { $found }점이에요.
grade-other-world = 파일에 적힌 것과 다른 상태로 끝나요. 고친 파일이거나, 그 뒤로 모델이 바뀌었어요.
grade-copy = 같은 순서의 실행이 { $others }에도 있어요.

//! The grammar of JMESPath: an operator-precedence parser that fails where, and as, Python's `jmespath` fails.

use super::ast::Ast;
use super::lex::{Kind, SyntaxError, Token};

/// Deepest nesting of sub-expressions.
const MAX_NESTING: usize = 100;
/// Binding power of a filter, a star and a dot on the right of a projection.
const FLATTEN: u8 = 9;
const STAR: u8 = 20;
const FILTER: u8 = 21;
const DOT: u8 = 40;
const NOT: u8 = 45;
/// Tokens that bind less than this end a projection.
const PROJECTION_STOP: u8 = 10;

type Parsed = Result<Ast, SyntaxError>;

/// Parses the tokens of `expression`.
pub(super) fn parse(expression: &str, tokens: &[Token]) -> Parsed {
    let mut parser = Parser { expression, tokens, at: 0, nesting: 0 };
    let root = parser.expression(0)?;
    let token = parser.peek();
    if token.kind == Kind::Eof { Ok(root) } else { parser.fail(token, &format!("Unexpected token: {}", token.text())) }
}

/// How tightly a token binds what stands left of it.
fn power(kind: Kind) -> u8 {
    match kind {
        Kind::Pipe => 1,
        Kind::Or => 2,
        Kind::And => 3,
        Kind::Eq | Kind::Ne | Kind::Gt | Kind::Gte | Kind::Lt | Kind::Lte => 5,
        Kind::Flatten => FLATTEN,
        Kind::Star => STAR,
        Kind::Filter => FILTER,
        Kind::Dot => DOT,
        Kind::Not => NOT,
        Kind::Lbrace => 50,
        Kind::Lbracket => 55,
        Kind::Lparen => 60,
        _ => 0,
    }
}

struct Parser<'a> {
    expression: &'a str,
    tokens: &'a [Token],
    at: usize,
    nesting: usize,
}

impl<'a> Parser<'a> {
    /// The token `ahead` of the next one; past the end it stays the last one, which is `Eof`.
    fn ahead(&self, ahead: usize) -> &'a Token {
        &self.tokens[(self.at + ahead).min(self.tokens.len() - 1)]
    }

    fn peek(&self) -> &'a Token {
        self.ahead(0)
    }

    fn kind(&self) -> Kind {
        self.peek().kind
    }

    fn fail<T>(&self, token: &Token, reason: &str) -> Result<T, SyntaxError> {
        self.fail_at(token.start, token, reason)
    }

    fn fail_at<T>(&self, column: usize, token: &Token, reason: &str) -> Result<T, SyntaxError> {
        let kind = token.kind.name().to_uppercase();
        // One more space than the column: the expression is shown after a quote.
        let message = format!(
            "{reason}: Parse error at column {column}, token \"{}\" ({kind}), for expression:\n\"{}\"\n{}^",
            token.text(),
            self.expression,
            " ".repeat(column + 1)
        );
        Err(SyntaxError { message, column: Some(column) })
    }

    fn incomplete<T>(&self) -> Result<T, SyntaxError> {
        let column = self.expression.chars().count();
        let message = format!("Invalid jmespath expression: Incomplete expression:\n\"{}\"\n{}^", self.expression, " ".repeat(column + 1));
        Err(SyntaxError { message, column: Some(column) })
    }

    /// Steps over a token of one of these kinds; `wanted` names them.
    fn expect_any(&mut self, kinds: &[Kind], wanted: &str) -> Result<&'a Token, SyntaxError> {
        let token = self.peek();
        if kinds.contains(&token.kind) {
            self.at += 1;
            Ok(token)
        } else if token.kind == Kind::Eof {
            self.incomplete()
        } else {
            self.fail(token, &format!("Expecting: {wanted}, got: {}", token.kind.name()))
        }
    }

    fn expect(&mut self, kind: Kind) -> Result<&'a Token, SyntaxError> {
        self.expect_any(&[kind], kind.name())
    }

    fn expression(&mut self, binding: u8) -> Parsed {
        let first = self.peek();
        self.nesting += 1;
        if self.nesting > MAX_NESTING {
            return self.fail(first, &format!("nested deeper than {MAX_NESTING}"));
        }
        self.at += 1;
        let mut left = self.prefix(first)?;
        while binding < power(self.kind()) {
            let token = self.peek();
            self.at += 1;
            left = self.infix(left, token)?;
        }
        self.nesting -= 1;
        Ok(left)
    }

    /// An expression that starts with `token`.
    fn prefix(&mut self, token: &'a Token) -> Parsed {
        match token.kind {
            Kind::Literal => Ok(Ast::Literal(token.value.clone())),
            Kind::QuotedIdentifier if self.kind() == Kind::Lparen => {
                self.fail_at(0, self.peek(), "Quoted identifier not allowed for function names.")
            }
            Kind::UnquotedIdentifier | Kind::QuotedIdentifier => Ok(Ast::Field(token.text())),
            Kind::Current => Ok(Ast::Current),
            Kind::Star => {
                let right = if self.kind() == Kind::Rbracket { Ast::Current } else { self.projected(STAR)? };
                Ok(Ast::ValueProjection(Box::new(right)))
            }
            Kind::Filter | Kind::Flatten => self.infix(Ast::Current, token),
            Kind::Lbrace => self.multi_hash(),
            Kind::Lparen => {
                let inner = self.expression(0)?;
                self.expect(Kind::Rparen)?;
                Ok(inner)
            }
            Kind::Not => Ok(Ast::Not(Box::new(self.expression(NOT)?))),
            Kind::Expref => Ok(Ast::Expref(Box::new(self.expression(0)?))),
            Kind::Lbracket => match self.kind() {
                Kind::Number | Kind::Colon => self.indexed(Ast::Current),
                Kind::Star if self.ahead(1).kind == Kind::Rbracket => self.star_projection(Ast::Current),
                _ => self.multi_list(),
            },
            Kind::Eof => self.incomplete(),
            _ => self.fail(token, "invalid token"),
        }
    }

    /// An expression that goes on with `token` after `left`.
    fn infix(&mut self, left: Ast, token: &'a Token) -> Parsed {
        let binding = power(token.kind);
        match token.kind {
            Kind::Lbracket if matches!(self.kind(), Kind::Number | Kind::Colon) => self.indexed(left),
            Kind::Lbracket => self.star_projection(left),
            Kind::Lparen => self.call(left),
            Kind::Dot if self.kind() == Kind::Star => {
                self.at += 1;
                Ok(left.then(Ast::ValueProjection(Box::new(self.projected(DOT)?))))
            }
            Kind::Dot => Ok(left.then(self.after_dot(DOT)?)),
            Kind::Pipe => Ok(left.then(self.expression(binding)?)),
            Kind::Or => Ok(left.or(self.expression(binding)?)),
            Kind::And => Ok(left.and(self.expression(binding)?)),
            Kind::Eq | Kind::Ne | Kind::Gt | Kind::Gte | Kind::Lt | Kind::Lte => {
                Ok(Ast::Compare(token.kind, Box::new(left), Box::new(self.expression(binding)?)))
            }
            Kind::Flatten => Ok(left.then(Ast::Flatten).then(Ast::Projection(Box::new(self.projected(FLATTEN)?)))),
            Kind::Filter => {
                let condition = Box::new(self.expression(0)?);
                self.expect(Kind::Rbracket)?;
                let right = if self.kind() == Kind::Flatten { Ast::Current } else { self.projected(FILTER)? };
                Ok(left.then(Ast::FilterProjection { condition, right: Box::new(right) }))
            }
            _ => self.fail(token, "invalid token"),
        }
    }

    fn call(&mut self, left: Ast) -> Parsed {
        let Ast::Field(name) = left else {
            let before = &self.tokens[self.at.saturating_sub(2)];
            return self.fail(before, &format!("Invalid function name '{}'", before.text()));
        };
        let mut arguments = Vec::new();
        while self.kind() != Kind::Rparen {
            arguments.push(self.expression(0)?);
            if self.kind() == Kind::Comma {
                self.at += 1;
            }
        }
        self.expect(Kind::Rparen)?;
        Ok(Ast::Call(name, arguments))
    }

    /// `[1]` or `[1:2]` after `left`, from inside the bracket.
    fn indexed(&mut self, left: Ast) -> Parsed {
        let step = if self.kind() == Kind::Colon || self.ahead(1).kind == Kind::Colon {
            self.slice()?
        } else {
            let index = self.peek().value.as_i64().unwrap_or_default();
            self.at += 1;
            self.expect(Kind::Rbracket)?;
            Ast::Index(index)
        };
        let projects = matches!(step, Ast::Slice(_)) && !left.is_indexed();
        let left = left.then(step);
        if projects { Ok(left.then(Ast::Projection(Box::new(self.projected(STAR)?)))) } else { Ok(left) }
    }

    fn slice(&mut self) -> Parsed {
        let mut parts = [None; 3];
        let mut part = 0;
        while self.kind() != Kind::Rbracket && part < 3 {
            let token = self.peek();
            match token.kind {
                Kind::Colon if part < 2 => part += 1,
                Kind::Number => parts[part] = token.value.as_i64(),
                _ => return self.fail(token, "syntax error"),
            }
            self.at += 1;
        }
        self.expect(Kind::Rbracket)?;
        Ok(Ast::Slice(parts))
    }

    /// `[*]` after `left`, from inside the bracket.
    fn star_projection(&mut self, left: Ast) -> Parsed {
        self.expect(Kind::Star)?;
        self.expect(Kind::Rbracket)?;
        Ok(left.then(Ast::Projection(Box::new(self.projected(STAR)?))))
    }

    fn multi_list(&mut self) -> Parsed {
        let mut elements = Vec::new();
        loop {
            elements.push(self.expression(0)?);
            if self.kind() == Kind::Rbracket {
                self.at += 1;
                return Ok(Ast::List(elements));
            }
            self.expect(Kind::Comma)?;
        }
    }

    fn multi_hash(&mut self) -> Parsed {
        let mut pairs = Vec::new();
        loop {
            let wanted = "['quoted_identifier', 'unquoted_identifier']";
            let key = self.expect_any(&[Kind::QuotedIdentifier, Kind::UnquotedIdentifier], wanted)?.text();
            self.expect(Kind::Colon)?;
            pairs.push((key, self.expression(0)?));
            match self.kind() {
                Kind::Comma => self.at += 1,
                Kind::Rbrace => {
                    self.at += 1;
                    return Ok(Ast::Hash(pairs));
                }
                // Python's parser does not insist on the comma.
                _ => {}
            }
        }
    }

    /// What is asked of each element of a projection.
    fn projected(&mut self, binding: u8) -> Parsed {
        match self.kind() {
            kind if power(kind) < PROJECTION_STOP => Ok(Ast::Current),
            Kind::Lbracket | Kind::Filter => self.expression(binding),
            Kind::Dot => {
                self.at += 1;
                self.after_dot(binding)
            }
            _ => self.fail(self.peek(), "syntax error"),
        }
    }

    fn after_dot(&mut self, binding: u8) -> Parsed {
        match self.kind() {
            Kind::QuotedIdentifier | Kind::UnquotedIdentifier | Kind::Star => self.expression(binding),
            Kind::Lbracket => {
                self.at += 1;
                self.multi_list()
            }
            Kind::Lbrace => {
                self.at += 1;
                self.multi_hash()
            }
            got => {
                let wanted = "['quoted_identifier', 'unquoted_identifier', 'lbracket', 'lbrace']";
                self.fail(self.peek(), &format!("Expecting: {wanted}, got: {}", got.name()))
            }
        }
    }
}

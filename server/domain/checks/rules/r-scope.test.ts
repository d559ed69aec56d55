import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { rScope } from './r-scope';

testRuleExamples(rScope);

import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { rAll } from './r-all';

testRuleExamples(rAll);

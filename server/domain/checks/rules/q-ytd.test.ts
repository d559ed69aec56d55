import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { qYtd } from './q-ytd';

testRuleExamples(qYtd);

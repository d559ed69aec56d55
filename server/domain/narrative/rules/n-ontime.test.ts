import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nOntime } from './n-ontime';

testRuleExamples(nOntime);
